"""Records in words, for papers and, through the capabilities of paper, for the window."""
