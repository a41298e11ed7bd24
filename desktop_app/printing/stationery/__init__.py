"""Common parts of papers: letterhead, foot, tables, signature boxes, styles and worded facts."""
