"""Backups, restore and recovery: page and parts (View), controller, words."""
