"""Typesetting of papers: turns a frozen document into PDF bytes, with correct Persian shaping and order.

How to lay out a page::

    fonts = FontSet.load(paths.resources() / "fonts")      # once; may be shared by all documents
    setter = Typesetter(fonts, document.typography)        # one for each document
    body = ParagraphStyle(TextStyle(size=13), Align.JUSTIFY, after=6)
    story = [
        FaHeading(setter, title, ParagraphStyle(TextStyle(Weight.BOLD, 16), Align.CENTER)),
        FaParagraph(setter, [Span(label, TextStyle(Weight.BOLD, 13)), Span(words)], body, place=where),
        FaTable([[head, head], [cell, cell]], [30 * MM, None], style=TableStyle(header_fill="#EEEEEE")),
    ]
    data = render(setter, story, Paper(first=Margins(top=40 * MM), decorate=footer, watermark=mark))

- Rooms, from the ground up: ``script`` (text without a font), ``typesetting`` (words, lines, glyphs), ``layout``
  (flowables and pages), ``pdf`` (the file), ``stationery`` (what papers share), ``papers`` (one module a kind of
  paper), ``word`` (the same for Word). None reaches up.
- ``typesetting.style`` has the plain values; in ``layout``, ``paragraph`` has FaParagraph and FaHeading, ``table``
  FaTable and Cell, ``stack`` Kept, Gap and Rule, ``flow`` render, Paper, Margins, Page (what ``decorate`` gets) and
  PageBreak.
- Columns, indents and spans are given in logical order; the engine mirrors them.
- Text is literal: nothing in it is markup. ``prepare`` in ``typesetting.words`` is the canonical line that paper
  stands for.
- Styles are those of the design; the typesetter knows what the office's typography makes of them. The sheet of a paper
  is ``stationery.frame.paper(typography, …)``, widths of a ``RuledTable`` are shares of the room that there is.
- HarfBuzz alone shapes text (``typesetting.harfbuzz``). A font of the operator is judged by
  ``typesetting.font_file`` and comes in as bytes (``FontSet.chosen``).
- What helps readers of the file to find the text again is told in ``typesetting.bidi_marks``.
- A character that the font lacks raises ``RuleBroken("glyph_missing", character=…, code_point=…, place=…)``
  when the paragraph is made, before a byte is written.
"""
