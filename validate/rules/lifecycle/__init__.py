"""Units that open and close."""
