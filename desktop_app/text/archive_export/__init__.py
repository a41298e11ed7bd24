"""Words of the archive export: tables and columns, what is asked and told, and what is refused."""
