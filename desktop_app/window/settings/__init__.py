"""Settings: page and parts (View), controller, words."""
