"""Tests of follow up, as in the room of the window."""
