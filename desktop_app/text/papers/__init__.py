"""Words of papers and reports on the screen."""
