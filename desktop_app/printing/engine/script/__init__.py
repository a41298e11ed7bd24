"""Text before fonts: normal form, isolates, and the bidirectional levels of UAX #9."""
