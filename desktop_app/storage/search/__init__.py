"""Search: folded text, its upkeep and its results."""
