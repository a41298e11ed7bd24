"""Pages: paragraphs, tables, marks, and the flow that fills them."""
