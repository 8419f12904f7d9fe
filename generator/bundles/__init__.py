"""The bundle: its format, its canonical bytes and its archive."""
