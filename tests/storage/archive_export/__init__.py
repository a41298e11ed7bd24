"""Archive exports: what lies in the folder against the database, and its page in a browser."""
