"""Lists of any records."""
