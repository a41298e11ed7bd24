"""Tests of the window's start."""
