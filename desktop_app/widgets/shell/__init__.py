"""Parts of the window and of pages: navigation, heads, keys."""
