"""Scans of papers: their pages, their page marks, and the archival PDF made of them."""
