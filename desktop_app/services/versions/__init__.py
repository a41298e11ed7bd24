"""Versions of minutes: drafts, frozen text, signatures, corrections."""
