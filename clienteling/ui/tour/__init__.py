"""Pictures of every page and state, taken by driving the real window."""
