"""The kinds of fault, by topic."""
