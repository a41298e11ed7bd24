"""Row-wise recovery: what can still be read of a damaged database, proved by its hashes, in a new file."""
