"""Writing, finalising, signing and correcting minutes."""
