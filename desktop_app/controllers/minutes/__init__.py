"""The editor of minutes, and their list."""
