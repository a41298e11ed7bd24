"""Typesetting: shaping, words, lines, and the PDF operators that draw them."""
