"""Taking over past meetings and resolutions."""
