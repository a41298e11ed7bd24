"""Paper of a salvage: the report of what was not kept."""
