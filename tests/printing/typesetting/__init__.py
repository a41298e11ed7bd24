"""Tests of typesetting, as in the room of printing."""
