"""Rules about the rules that a region writes itself."""
