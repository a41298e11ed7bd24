"""One module for each revision; a released revision is never changed."""
