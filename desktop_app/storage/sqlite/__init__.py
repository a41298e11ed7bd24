"""SQLite itself: connections to a data file, and its failures as refusals of the program."""
