"""Old findings that a region has set aside until they are mended."""
