"""Typed text: digits, folding, marking, checks."""
