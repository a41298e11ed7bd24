"""Qt's face of lists: windows of ids over frozen rows."""
