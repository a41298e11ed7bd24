"""Tests of pdf, as in the room of printing."""
