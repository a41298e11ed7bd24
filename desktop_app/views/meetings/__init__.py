"""The list of meetings, the ledger of a year, and the forms of planning."""
