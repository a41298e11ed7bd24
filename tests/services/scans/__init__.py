"""Tests of the services of scans."""
