"""How texts for residents are worded."""
