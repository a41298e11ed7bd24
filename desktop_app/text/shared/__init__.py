"""Words and forms of words that several features share."""
