"""One meeting: page and parts (View), controller, words."""
