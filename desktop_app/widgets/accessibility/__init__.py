"""The order of reading, and what is heard."""
