"""Rows, cells, filters and marks of lists."""
