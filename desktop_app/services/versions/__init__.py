"""Versions of minutes: drafts, frozen words, signatures, corrections."""
