"""Custom Qt widgets of the program: one look, full use by keyboard, a name for screen readers."""
