"""Words of the history of records, for the window and for paper alike."""
