"""The window: one folder a page, what pages share in `kit`, and the shell that knows every page."""
