"""Tests of text, as in the room of rules and words."""
