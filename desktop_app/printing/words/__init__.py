"""Words of paper: what stands on printed pages beside the records."""
