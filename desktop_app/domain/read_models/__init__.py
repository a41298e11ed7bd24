"""Read models: frozen values that pages and lists show."""
