"""Scans of signed papers: read, judged, kept."""
