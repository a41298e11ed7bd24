"""The rules of the committee, and the records that they check."""
