"""One module a kind of paper: a frozen document in, a story of flowables, the bytes of a PDF out."""
