"""The minutes editor: page and parts (View), controller, words."""
