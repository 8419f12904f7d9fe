"""What the manuals are made of: their fronts, the region's facts, and the sources that they rest on."""
