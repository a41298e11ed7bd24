"""Typesetting engine: text to glyphs, glyphs to pages, pages to PDF; independent of the office's papers."""
