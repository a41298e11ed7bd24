"""Tables of the database, their checks and guards."""
