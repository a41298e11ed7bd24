"""Text with a font: shaping, words, lines, and the operators that draw them."""
