"""Persian texts of papers: sentences and labels of printed pages."""
