"""What may not be altered in silence, held against what stood before."""
