"""Headquarters' pages of the clouds."""
