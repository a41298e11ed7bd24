"""Tests of rules, as in the room of rules and words."""
