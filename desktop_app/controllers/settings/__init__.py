"""Sections of the settings."""
