"""What a case type needs to work."""
