"""Rules of the committee, tested without Qt and without a database."""
