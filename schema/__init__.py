"""What may be written: reading, models, places and resolving."""
