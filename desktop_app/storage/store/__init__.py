"""The unit of work and what it keeps equal to the records."""
