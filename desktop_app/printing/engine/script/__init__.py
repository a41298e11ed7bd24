"""Text before any font: normal form, isolates, and the levels of UAX #9."""
