"""Mending what a machine may mend: edits of the author's own text, each with proof that nothing else changes."""
