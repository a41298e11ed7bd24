"""Checks of the program on Windows that need more than a test: a printer, a bundle."""
