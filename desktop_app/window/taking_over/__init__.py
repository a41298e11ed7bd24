"""The page that imports older minutes: page and form (View), controller, words."""
