"""What a committee that met before brings along."""
