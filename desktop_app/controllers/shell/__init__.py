"""The contract of pages, where they lead, and the keeping of typed drafts."""
