"""Taking over a committee that met before its records began here."""
