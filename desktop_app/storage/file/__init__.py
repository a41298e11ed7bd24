"""The data folder: database file, lock, upgrade, checks; the bytes of attached files, each kept once by its hash."""
