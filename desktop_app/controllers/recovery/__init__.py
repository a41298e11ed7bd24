"""Guided recovery: the ways back to work after damage."""
