"""The minutes editor: page and panes (View), controller, words."""
