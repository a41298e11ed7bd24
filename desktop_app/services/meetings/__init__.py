"""Planning, inviting and holding meetings."""
