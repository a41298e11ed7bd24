"""Taking over a committee that met before."""
