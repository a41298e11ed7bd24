"""Frozen documents of the papers, built from the records."""
