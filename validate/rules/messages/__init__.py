"""Templates for messages to residents."""
