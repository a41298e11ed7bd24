"""Founding of the committee: page and parts (View), controller, words."""
