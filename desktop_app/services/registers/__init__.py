"""Registers of incoming and outgoing papers, and their links to records."""
