"""Views of paper pages, and printing."""
