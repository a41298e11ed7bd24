"""Appearance of the program: design tokens, fonts, icons, the Qt style."""
