"""Planning, convening and holding meetings."""
