"""Tests of papers, as in the room of printing."""
