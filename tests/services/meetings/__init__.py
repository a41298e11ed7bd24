"""Tests of meetings, as in the room of services."""
