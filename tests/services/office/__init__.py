"""Tests of office, as in the room of services."""
