"""Words of the archive export: what its tables and columns mean, what its page says, and what is refused."""
