"""What upper layers protect."""
