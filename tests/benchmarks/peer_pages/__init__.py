"""Scripts that the benchmark's own environment runs: each makes paragraphs with one peer, or reads a file with one."""
