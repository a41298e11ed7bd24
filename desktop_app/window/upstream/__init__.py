"""The upstream decisions: page with its detail and forms (View), controller."""
