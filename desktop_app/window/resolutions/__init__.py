"""Resolutions: page and parts (View), controller, words."""
