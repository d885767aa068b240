"""Painted lists: cards, timeline, important dates, search hits. They page, paint and say what was chosen."""
