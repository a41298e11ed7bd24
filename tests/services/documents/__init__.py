"""Tests of documents, as in the room of services."""
