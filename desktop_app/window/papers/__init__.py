"""Printed papers: page and parts (View), controller, words."""
