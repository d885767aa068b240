"""Where SQL lives: the engine, the tables, and queries by noun, which return domain values."""
