"""Past records that a committee which met before brings along."""
