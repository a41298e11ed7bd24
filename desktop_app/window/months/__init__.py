"""The page of meetings by month: page and panes (View), controller, words."""
