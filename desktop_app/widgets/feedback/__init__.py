"""Widgets for messages and questions of the program: notices, bands, dialogs, states."""
