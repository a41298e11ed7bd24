"""Verifying papers: what a code, a PDF file or a scan is, and whether it can be relied on."""
