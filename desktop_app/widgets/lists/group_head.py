"""The head of a group of rows: its name, its mark or party, and how many rows stand beneath it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetrics, QPainter

from desktop_app.widgets.controls.pill import Party, paint_party
from desktop_app.widgets.lists.state_mark import Shape, paint_mark
from desktop_app.widgets.style.cut_text import cut
from desktop_app.widgets.style.style_options import FORCE_RTL, RIGHT
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, ICON_NOTE, TextRole, Tokens, Tone


@dataclass(frozen=True, slots=True)
class GroupContent:
    """What the head shows; the count in words, a mark with its tone where the group needs a look."""

    name: str
    count: str
    tone: Tone | None = None
    shape: Shape | None = None
    party: Party | None = None


def paint_group_head(painter: QPainter, tokens: Tokens, rect: QRectF, content: GroupContent) -> None:
    """Sunken ground across the row, the name at the right, the count beside it."""
    painter.fillRect(rect, tokens.colour("sunken"))
    side = tokens.px(ICON_NOTE)
    right = rect.right() - GAP_CARD
    box = QRectF(right - side, rect.center().y() - side / 2, side, side)
    if content.shape is not None:
        paint_mark(painter, box, content.shape, tokens.ink(content.tone or Tone.NEUTRAL), tokens.colour("sunken"))
    elif content.party is not None:
        paint_party(painter, box, content.party, tokens)
    if content.shape is not None or content.party is not None:
        right -= side + GAP
    name, count = tokens.font(TextRole.STRONG), tokens.font(TextRole.NOTE)
    room = right - rect.left() - GAP_CARD - QFontMetrics(count).horizontalAdvance(content.count) - GAP_CARD
    shown = cut(content.name, QFontMetrics(name), int(room))
    wide = QFontMetrics(name).horizontalAdvance(shown)
    painter.setFont(name)
    painter.setPen(tokens.ink(content.tone) if content.tone is not None else tokens.colour("text"))
    painter.drawText(QRectF(right - wide - 2, rect.top(), wide + 2, rect.height()), RIGHT | FORCE_RTL, shown)
    painter.setFont(count)
    painter.setPen(tokens.colour("second"))
    beside = QRectF(rect.left(), rect.top(), right - wide - GAP_CARD - rect.left(), rect.height())
    painter.drawText(beside, RIGHT | FORCE_RTL, content.count)
