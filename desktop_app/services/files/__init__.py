"""Acts on attached files, and the files page."""
