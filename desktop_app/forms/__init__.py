"""GENERATED from ui/ by `python3 dev.py forms`: never edited, never linted."""
