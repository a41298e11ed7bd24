"""The list of meetings and the ledger of a year."""
