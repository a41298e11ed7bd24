"""Scans of signed papers held against the papers that they should be."""
