"""Reads and writes many rows at once, for imports. Values in, values out, as in the rest of the package."""
