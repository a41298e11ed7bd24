"""Words of the papers."""
