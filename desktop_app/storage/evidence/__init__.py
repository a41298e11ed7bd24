"""Evidence of changes: a hash of every row as it was written, and a hash chain over all entries and acts."""
