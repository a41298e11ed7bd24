"""Attached files, wired to the open office."""
