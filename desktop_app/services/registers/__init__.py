"""Registers of incoming and outgoing papers: what came, what went out, and what each is about."""
