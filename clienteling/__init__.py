"""Clienteling: client books for store associates, at the till and at headquarters."""

__version__ = "0.1.0"
