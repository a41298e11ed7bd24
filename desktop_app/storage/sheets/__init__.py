"""Spreadsheets (xlsx): read with caps, and written as templates."""
