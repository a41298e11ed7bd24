"""Typed text: digits, search folding, highlighting, checks."""
