"""Tasks and their follow-up: page and parts (View), controller, words."""
