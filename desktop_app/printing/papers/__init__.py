"""Papers as PDF: one module for each kind of paper, from a frozen document to PDF bytes."""
