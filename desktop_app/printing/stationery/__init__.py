"""Common parts of the office's papers: letterhead, foot, tables, signature boxes, styles and worded facts."""
