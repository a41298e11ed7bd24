"""Tests of the rules of scans."""
