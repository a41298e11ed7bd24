"""Help and about: pages about the program itself."""
