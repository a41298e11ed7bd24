"""The register of letters: page and parts (View), controller, words."""
