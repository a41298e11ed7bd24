"""The file itself: what is done to the bytes of the pages before they leave the house."""
