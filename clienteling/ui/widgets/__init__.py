"""Controls for every page. They know strings, numbers and callables, and nothing of the shop."""
