"""Tests of members, as in the room of services."""
