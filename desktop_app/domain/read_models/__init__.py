"""Read models: frozen values for pages and lists to show."""
