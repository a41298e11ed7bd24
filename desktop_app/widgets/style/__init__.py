"""How the program looks: tokens, fonts, icons, the style."""
