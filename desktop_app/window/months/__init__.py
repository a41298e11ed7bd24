"""The months and their meetings: page and parts (View), controller, words."""
