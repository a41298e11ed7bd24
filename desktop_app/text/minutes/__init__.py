"""Words of the editor of minutes and of signing."""
