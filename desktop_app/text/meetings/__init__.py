"""Words of meetings."""
