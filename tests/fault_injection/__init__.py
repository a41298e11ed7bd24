"""Fault injection: kills, power cuts, hostile SQL, damaged files and strange texts, each with a control that fails."""
