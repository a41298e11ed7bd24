"""History of records: audit entries read in order, with the names of their records."""
