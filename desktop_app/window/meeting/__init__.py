"""The page of one meeting: page and panes (View), controller, words."""
