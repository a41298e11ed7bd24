"""Import of a committee that met before its records began."""
