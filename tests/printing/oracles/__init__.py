"""Independent witnesses of the paper: others' bidi, shaping, tables and readers, and our own eyes on the stream."""
