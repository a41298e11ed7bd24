"""Lists: rows, cells, filters and marks."""
