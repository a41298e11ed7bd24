"""The data folder: database file, lock, upgrade, checks."""
