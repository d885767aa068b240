"""The form of a customer: a new one, and one who is edited."""
