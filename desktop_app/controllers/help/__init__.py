"""Help and about: which chapter fits a page, and the acts of the page."""
