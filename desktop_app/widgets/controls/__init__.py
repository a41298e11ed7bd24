"""Buttons, links, labels, pills."""
