"""People, seats and units."""
