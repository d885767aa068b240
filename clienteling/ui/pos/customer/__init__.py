"""Customer details: the profile at the left; timeline, purchases, notes and attributes at the right."""
