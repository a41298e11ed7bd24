"""Acts on files and what shows of them."""
