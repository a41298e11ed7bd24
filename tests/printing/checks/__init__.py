"""Tests of checks, as in the room of printing."""
