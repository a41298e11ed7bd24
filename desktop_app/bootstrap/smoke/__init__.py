"""Self-test of the program inside its own window."""
