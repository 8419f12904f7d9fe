"""Which units have which case types: worked out once for a region, and shown as pages, data and downloads."""
