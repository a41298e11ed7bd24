"""The founding, the settings, and the state of the office."""
