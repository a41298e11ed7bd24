"""The page of the history of changes and its controller."""
