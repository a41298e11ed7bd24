"""History of records: what the audit table holds, read back in order with the names of what it is about."""
