"""Reading order, keyboard focus and screen readers."""
