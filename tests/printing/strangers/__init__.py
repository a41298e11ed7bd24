"""Files from elsewhere in their child process."""
