"""The typography of letters and of the papers round a meeting, beside that of the minutes."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from desktop_app.printing.stationery import paper_styles as base
from desktop_app.printing.typesetting.style import MM, Align, ParagraphStyle, TextStyle, Weight

ADDRESSEE: Final = ParagraphStyle(TextStyle(Weight.BOLD, 14.0), pitch=1.55, keep_with_next=True)
ADDRESSEE_SECOND: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 12.0, base.SECOND), pitch=1.55, keep_with_next=True)
SUBJECT: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 13.0), pitch=1.6, before=9.0, keep_with_next=True)
LABEL_IN_LINE: Final = TextStyle(Weight.REGULAR, 13.0, base.QUIET)
REFERENCE: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 12.0, base.SECOND), pitch=1.6, keep_with_next=True)
GREETING: Final = ParagraphStyle(
    TextStyle(Weight.REGULAR, 13.0), pitch=1.75, before=9.0, after=3.0, keep_with_next=True
)
_EVEN: Final = 1.0
"""A line whose blanks would be more than twice as wide as they are is left ragged."""
_PITCH: Final = 1.65
"""The pitch of the text: the tall end of a letter keeps to its page."""
BODY: Final = replace(base.LETTER_BODY, pitch=_PITCH, stretch=_EVEN)
PLAIN: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 12.0, base.SECOND), pitch=1.6)
"""A sentence in place of a list that is empty."""
QUOTE_SMALL: Final = ParagraphStyle(
    TextStyle(Weight.REGULAR, 12.0), Align.JUSTIFY, pitch=1.6, before=1.0, after=6.0, start=4 * MM
)
ITEM_FACTS: Final = ParagraphStyle(
    TextStyle(Weight.REGULAR, 10.5, base.QUIET), pitch=1.5, after=3.0, keep_with_next=True
)
"""Who presents an item, and for how long."""
FACT_LABEL: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 10.5, base.QUIET), pitch=1.6)
LEAD: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 11.5), pitch=1.55, after=4.0, keep_with_next=True)
"""A sentence that says what the table below it shows."""
QUOTE: Final = ParagraphStyle(
    TextStyle(Weight.MEDIUM, 13.0),
    Align.JUSTIFY,
    pitch=_PITCH,
    before=2.0,
    after=10.0,
    start=4 * MM,
    stretch=_EVEN,
)
"""The words of a resolution inside a letter."""
SIGNATORY: Final = ParagraphStyle(TextStyle(Weight.BOLD, 13.0), Align.CENTER, pitch=1.6, before=14.0)
SIGNATORY_SECOND: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 11.5), Align.CENTER, pitch=1.55)
SIGNED: Final = (replace(SIGNATORY, pitch=1.4), replace(SIGNATORY_SECOND, pitch=1.4))
"""Name, and post and body, below the blank for the pen."""
