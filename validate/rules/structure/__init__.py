"""The file itself: YAML, keys and values."""
