"""A customer as all tables know them: merged into another one, written out whole, erased."""
