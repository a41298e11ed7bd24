"""Scans of signed paper: the pages that were read, put in order before anything is kept."""
