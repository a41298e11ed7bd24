"""Archive export: the whole office as a folder that is read without the program."""
