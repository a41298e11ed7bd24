"""Controller of the page of backups, and what this machine remembers of them."""
