"""The page that verifies a paper: page and answer (View), controller, words."""
