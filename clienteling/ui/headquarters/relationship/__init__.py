"""The page of relationship intelligence at headquarters."""
