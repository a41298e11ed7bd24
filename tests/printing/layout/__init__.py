"""Tests of layout, as in the room of printing."""
