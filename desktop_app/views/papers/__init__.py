"""Papers and reports of every kind."""
