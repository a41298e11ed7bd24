"""The help: page and parts (View), controller, words."""
