"""Resolutions and tasks after their adoption."""
