"""Qt item models and delegates over frozen rows; no model ever queries while it paints."""
