"""Scans of papers: their pages, their marks, and the archival file made of them."""
