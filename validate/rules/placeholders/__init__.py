"""Placeholders in texts: what is filled in, and by whom."""
