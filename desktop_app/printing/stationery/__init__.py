"""What the papers of the office share: letterhead, foot, tables, signature boxes, styles and worded facts."""
