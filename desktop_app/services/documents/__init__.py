"""Frozen documents of the papers, made from the records."""
