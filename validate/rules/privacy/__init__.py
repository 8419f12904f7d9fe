"""Nothing about people."""
