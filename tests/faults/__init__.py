"""Faults: what is caught, what is written down, what the operator sees."""
