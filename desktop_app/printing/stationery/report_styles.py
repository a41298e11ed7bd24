"""Styles that only reports need; the rest is :mod:`.paper_styles`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from desktop_app.printing.layout.table import TableStyle
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.typesetting.style import Align, ParagraphStyle, TextStyle, Weight

AS_OF: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 10.0, styles.QUIET), Align.CENTER, pitch=1.4, after=8.0)
TILE: Final = ParagraphStyle(TextStyle(Weight.BOLD, 21.0), Align.CENTER, pitch=1.35)
TILE_LABEL: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 9.5, styles.QUIET), Align.CENTER, pitch=1.4)
SENTENCE: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 12.0), pitch=1.55, after=1.5)
LEAD: Final = TextStyle(Weight.SEMIBOLD, 11.0)
MONTH: Final = ParagraphStyle(TextStyle(Weight.MEDIUM, 9.0), Align.CENTER, pitch=1.4)
MONTH_NOTE: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 8.0, styles.QUIET), Align.CENTER, pitch=1.4)
NUMBER_CELL: Final = replace(styles.CELL, align=Align.CENTER)
NUMBER_HEAD: Final = replace(styles.HEAD, align=Align.CENTER)
TOTAL_CELL: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 11.0), pitch=1.45)
TOTAL_NUMBER: Final = replace(TOTAL_CELL, align=Align.CENTER)
NOTE: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 9.0, styles.QUIET), pitch=1.45, before=3.0)
KEY: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 9.5), pitch=1.4)

SMALL_CELL: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 9.5), pitch=1.4)
SMALL_SECOND: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 8.5, styles.SECOND), pitch=1.35, before=0.8)
SMALL_LATE: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 8.5), pitch=1.35, before=0.8)
SMALL_HEAD: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 9.5), pitch=1.35)
SMALL_NUMBER: Final = replace(SMALL_CELL, align=Align.CENTER)

TIGHT: Final = TableStyle(grid=0.4, padding_x=3.2, padding_y=2.4)
