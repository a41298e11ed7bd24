"""The page of guided recovery."""
