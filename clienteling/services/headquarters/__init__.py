"""Headquarters: what the retailer decides, saved, published to the tills, and taken from a document."""
