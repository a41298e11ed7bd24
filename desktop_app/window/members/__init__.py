"""The page of members and units: page and panes (View), controller, words."""
