"""Tests of the history, as in the room of services."""
