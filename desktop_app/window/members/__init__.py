"""Members and units: page and parts (View), controller, words."""
