"""Texts of the registers of incoming and outgoing papers."""
