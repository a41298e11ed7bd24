"""Tables, their checks and guards."""
