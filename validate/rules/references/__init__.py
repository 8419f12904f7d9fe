"""What is named exists."""
