"""The nouns of headquarters: for each section the form of its items."""
