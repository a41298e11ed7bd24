"""Verifying a paper: page and parts (View), controller, words."""
