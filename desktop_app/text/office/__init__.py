"""Words of the first start, members and settings."""
