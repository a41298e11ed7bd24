"""Data folder: the database file with lock, upgrade and checks, and the store of attached files."""
