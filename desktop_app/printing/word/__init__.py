"""One module a kind of paper that is also made for Word: a frozen document in, the bytes of a ``.docx`` out."""
