"""Fields and forms: typing, choosing, what was typed and is not recorded."""
