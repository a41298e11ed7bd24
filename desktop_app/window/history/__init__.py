"""The history of changes: page and parts (View), controller, words."""
