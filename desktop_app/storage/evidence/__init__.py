"""Evidence: the hash of every row as it was written, and the chain over everything that was done."""
