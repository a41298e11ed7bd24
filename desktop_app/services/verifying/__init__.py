"""Verifying papers: what a code, a PDF file or a scan is, and whether it is valid."""
