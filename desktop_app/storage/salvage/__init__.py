"""Salvage: writes the provable records of a damaged database without a backup into a new folder."""
