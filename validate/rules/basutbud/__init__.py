"""What the decisions demand."""
