"""Strict reading of one file, and the exact position of anything in it."""
