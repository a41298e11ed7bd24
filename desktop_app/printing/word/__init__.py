"""Papers for Word: one module for each such kind, from a frozen document to ``.docx`` bytes."""
