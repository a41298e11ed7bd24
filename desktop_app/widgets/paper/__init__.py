"""Pages of paper on the screen, and the printer."""
