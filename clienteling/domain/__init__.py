"""The nouns of clienteling and their rules: plain Python values and functions of values."""
