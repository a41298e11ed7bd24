"""PDF file: everything done to the bytes of the drawn pages before the file is complete."""
