"""Salvage: what can be proved of a damaged database that has no backup, in a new folder."""
