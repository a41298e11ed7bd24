"""Tests of reading scans and of their archival file."""
