"""Relationship intelligence: what is chosen for it, customers' health, and what a customer's page shows of it."""
