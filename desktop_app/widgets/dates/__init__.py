"""Widgets for dates and times."""
