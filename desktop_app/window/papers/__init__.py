"""The page of papers and reports: page and panes (View), controller, words."""
