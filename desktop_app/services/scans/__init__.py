"""Scans of signed papers: reading, judging, storing."""
