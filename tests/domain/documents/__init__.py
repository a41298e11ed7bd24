"""Tests of documents, as in the room of rules and words."""
