"""The headquarters workspace: what an administrator decides for the whole retailer."""
