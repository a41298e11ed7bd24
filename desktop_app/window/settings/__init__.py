"""The settings page: page and sections (View), controller, words."""
