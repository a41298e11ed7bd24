"""Tests of calendar, as in the room of rules and words."""
