"""What pages and lists show, as frozen values."""
