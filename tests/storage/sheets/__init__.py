"""Tests of spreadsheets."""
