"""Qt's content of lists: windows of ids over frozen rows."""
