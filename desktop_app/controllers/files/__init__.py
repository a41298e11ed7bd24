"""Attached files: added, looked at, renamed and taken off beside whatever record shows."""
