"""The typography of papers: few sizes, two weights that matter, hairlines instead of boxes."""

from __future__ import annotations

from typing import Final

from desktop_app.printing.typesetting.style import MM, Align, ParagraphStyle, TextStyle, Weight

SECOND: Final = "#3F3F3F"
QUIET: Final = "#5C5C5C"
STRONG_LINE: Final = "#222222"
HAIRLINE: Final = "#A6A6A6"

TITLE: Final = ParagraphStyle(TextStyle(Weight.BOLD, 16.0), Align.CENTER, pitch=1.5, keep_with_next=True)
SUBTITLE: Final = ParagraphStyle(
    TextStyle(Weight.REGULAR, 12.0, SECOND), Align.CENTER, pitch=1.5, before=1.0, after=12.0
)
SECTION: Final = ParagraphStyle(TextStyle(Weight.BOLD, 13.0), pitch=1.5, before=14.0, after=3.5, keep_with_next=True)
FULL_TEXT: Final = ParagraphStyle(
    TextStyle(Weight.BOLD, 13.0), Align.CENTER, pitch=1.5, before=20.0, after=8.0, keep_with_next=True
)
"""The heading between what a correction changes and the whole of the minutes."""
ITEM: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 12.0), pitch=1.5, before=8.0, after=2.0, keep_with_next=True)
BODY: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 13.0), Align.JUSTIFY, pitch=1.6, after=2.0)
ENDING: Final = ParagraphStyle(TextStyle(Weight.MEDIUM, 13.0), Align.JUSTIFY, pitch=1.6, before=12.0, after=2.0)
TALK: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 12.0), Align.JUSTIFY, pitch=1.6, start=4 * MM, after=2.0)
NAME: Final = TextStyle(Weight.SEMIBOLD, 12.0)
LINE: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 12.0), pitch=1.5)
"""Lines of lists: agenda, attachments, copies."""
LIST_HEAD: Final = ParagraphStyle(
    TextStyle(Weight.SEMIBOLD, 11.5), pitch=1.45, before=9.0, after=1.0, keep_with_next=True
)
LIST_LABEL: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 11.0), pitch=1.45)
"""The same beside its list, level with the first line of it."""
REMARK: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 11.5), pitch=1.55, before=6.0)

REMARK_LEAD: Final = TextStyle(Weight.SEMIBOLD, 11.5)
RANK: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 12.0), pitch=1.55)

CELL: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 11.0), pitch=1.45)
CELL_SECOND: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 10.0, SECOND), pitch=1.45, before=1.5)
CELL_LATE: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 10.5), pitch=1.45, before=1.0)
CELL_NAME: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 11.5), pitch=1.45)
HEAD: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 11.0), pitch=1.4)
LABEL: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 9.5, QUIET), pitch=1.4)
VALUE: Final = ParagraphStyle(TextStyle(Weight.MEDIUM, 11.5), pitch=1.45)

PARTY: Final = ParagraphStyle(TextStyle(Weight.BOLD, 12.0), pitch=1.6)
PARTIES: Final = (
    PARTY,
    ParagraphStyle(TextStyle(Weight.BOLD, 10.5), pitch=1.5),
    ParagraphStyle(TextStyle(Weight.BOLD, 9.0), pitch=1.4),
)
"""Names of the letterhead: as large as they have room."""
INVOCATION: Final = ParagraphStyle(TextStyle(Weight.MEDIUM, 12.0), Align.CENTER, pitch=1.5)
REFERENCE: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 10.5), pitch=1.45)
RUNNING: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 9.5, SECOND), pitch=1.4)
RUNNING_LEFT: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 9.5, SECOND), Align.LEFT, pitch=1.4)
REMARK_LABEL: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 8.5, QUIET), Align.LEFT, pitch=1.3)
SMALL: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 8.5, QUIET), pitch=1.4)

LETTER_BODY: Final = ParagraphStyle(
    TextStyle(Weight.REGULAR, 13.0), Align.JUSTIFY, pitch=1.75, first=10 * MM, after=6.0
)
