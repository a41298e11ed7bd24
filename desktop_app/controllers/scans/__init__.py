"""Import of scans: reading them off the window's thread, and keeping them by one act."""
