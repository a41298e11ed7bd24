"""Spreadsheets (xlsx): a reader with size limits, and a writer of templates."""
