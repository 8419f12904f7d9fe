"""HSA-ids, codes and numbers."""
