"""Tests of papers, as in the room of the window."""
