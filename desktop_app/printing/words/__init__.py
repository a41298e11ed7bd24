"""Words of paper: sentences and labels of printed pages, next to the records."""
