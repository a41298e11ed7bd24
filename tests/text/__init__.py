"""The sentences to the reader."""
