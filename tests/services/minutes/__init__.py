"""Tests of minutes, as in the room of services."""
