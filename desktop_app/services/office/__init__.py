"""Founding, settings, and state of the office."""
