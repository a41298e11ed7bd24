"""Dialogs, messages, empty states, steps and the status line."""
