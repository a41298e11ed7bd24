"""Papers of guided recovery."""
