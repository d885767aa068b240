"""Reads the configuration from the tables that tills see, and writes what was published into them."""
