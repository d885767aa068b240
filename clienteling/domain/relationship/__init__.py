"""Relationship intelligence: figures, health and acquaintances, from what happened between us and a customer."""
