"""SQLite: connections to a database file, and SQLite's errors as refusals of the program."""
