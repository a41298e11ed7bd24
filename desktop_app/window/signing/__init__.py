"""Signing, scans and archive of minutes: page and parts (View), controller, words."""
