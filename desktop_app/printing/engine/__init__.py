"""The typesetting engine: text to placed glyphs, glyphs to pages, pages to PDF; it knows no committee."""
