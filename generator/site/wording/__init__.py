"""The Swedish words of the pages."""
