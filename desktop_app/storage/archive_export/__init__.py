"""Archive export: the whole office as a folder that can be read without the program."""
