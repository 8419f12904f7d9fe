"""Terms texts as wholes: which one an offer shows, and in which form."""
