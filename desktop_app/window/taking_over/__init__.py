"""Taking over older minutes: page and parts (View), controller, words."""
