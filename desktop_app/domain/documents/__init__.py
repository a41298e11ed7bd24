"""Frozen documents: the content of each printed paper."""
