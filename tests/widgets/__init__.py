"""Tests of the program's own controls."""
