"""Page layout: paragraphs, tables, marks, and the flow that fills pages."""
