"""The store of files: bytes kept once, by their hash."""
