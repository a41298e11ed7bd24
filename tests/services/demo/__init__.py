"""Tests of demo, as in the room of services."""
