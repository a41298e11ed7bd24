"""Unit of work: reads and writes records, queries lists, and updates audit, search texts and facts with them."""
