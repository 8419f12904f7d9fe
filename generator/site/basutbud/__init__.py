"""How units stand to what is decided, and what is left to do."""
