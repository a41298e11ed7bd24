"""Rules of the committee in plain Python: no Qt, no SQL, no sentences."""
