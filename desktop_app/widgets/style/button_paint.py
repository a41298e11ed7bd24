"""Measuring and drawing of push buttons of any class."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QPushButton

from desktop_app.widgets.style.cut_text import cut
from desktop_app.widgets.style.icons import IconSet
from desktop_app.widgets.style.look import paint_rounded, ring
from desktop_app.widgets.style.tokens import (
    HEIGHT_COMPACT,
    HEIGHT_CONTROL,
    ICON_BUTTON,
    ICON_NOTE,
    RADIUS_FIELD,
    TextRole,
    Tokens,
    Tone,
)


class ButtonKind(StrEnum):
    """Emphasis of a button; each region has one filled button."""

    FILLED = "filled"
    OUTLINED = "outlined"
    QUIET = "quiet"
    DANGER = "danger"
    LINK = "link"


SIDE_GAP, ICON_GAP = 14, 8
TEXT_FLAGS = int(Qt.TextFlag.TextForceRightToLeft | Qt.TextFlag.TextShowMnemonic | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class ButtonContent:
    """All that is visible of a button."""

    text: str
    kind: ButtonKind
    icon: str
    hint: str
    compact: bool
    tone: Tone | None
    small: bool = False
    enabled: bool = True
    focus: bool = False
    down: bool = False
    hover: bool = False
    checked: bool = False

    @classmethod
    def of(cls, button: QPushButton, *, down: bool = False, hover: bool = False) -> Self:
        """Read the content from a button and its dynamic properties (see `Button`)."""
        kind = button.property("kind")
        tone = button.property("tone")
        return cls(
            text=button.text(),
            kind=ButtonKind(kind) if kind else ButtonKind.OUTLINED,
            icon=str(button.property("icon_name") or ""),
            hint=str(button.property("hint") or ""),
            compact=bool(button.property("compact")),
            tone=Tone(tone) if tone else None,
            small=bool(button.property("small")),
            enabled=button.isEnabled(),
            focus=button.hasFocus(),
            down=down,
            hover=hover,
            checked=button.isChecked(),
        )


def _font(tokens: Tokens, content: ButtonContent) -> QFont:
    return tokens.font(TextRole.NOTE if content.small else TextRole.STRONG)


def _icon_side(tokens: Tokens, content: ButtonContent) -> int:
    return tokens.px(ICON_NOTE if content.small else ICON_BUTTON)


def button_size(tokens: Tokens, content: ButtonContent) -> QSize:
    """Return the size for icon, text and shortcut hint."""
    height = tokens.px(24 if content.small else HEIGHT_COMPACT if content.compact else HEIGHT_CONTROL)
    words = QFontMetrics(_font(tokens, content)).size(int(Qt.TextFlag.TextShowMnemonic), content.text)
    icon = _icon_side(tokens, content) if content.icon else 0
    if not content.text:
        return QSize(height, height)
    width = words.width() + 2 * (10 if content.compact else SIDE_GAP)
    if icon:
        width += icon + ICON_GAP
    if content.hint:
        width += QFontMetrics(tokens.font(TextRole.HINT)).horizontalAdvance(content.hint) + 14
    return QSize(width, max(height, words.height() + (2 if content.small else 8)))


Inks = tuple[QColor | None, QColor | None, QColor]


def _inks(tokens: Tokens, content: ButtonContent) -> Inks:
    """Return fill, edge and text colour of a button."""
    surface, edge = tokens.colour("surface"), tokens.colour("edge")
    bare = content.kind in (ButtonKind.QUIET, ButtonKind.LINK)
    if not content.enabled:
        ground = None if bare else tokens.colour("sunken")
        return ground, None if bare else tokens.colour("hairline"), tokens.colour("quiet")
    if bare and content.tone is not None:
        return None, None, tokens.ink(content.tone)
    if content.tone is not None:
        return surface, tokens.ink(content.tone), tokens.colour("text")
    if bare:
        return None, None, tokens.colour("second" if content.kind == ButtonKind.QUIET else "accent")
    if content.kind == ButtonKind.DANGER:
        return surface, edge, tokens.ink(Tone.DANGER)
    return _loud_inks(tokens, content)


def _loud_inks(tokens: Tokens, content: ButtonContent) -> Inks:
    """Return fill, edge and text colour of a filled or outlined button."""
    accent = tokens.colour("accent")
    if content.kind == ButtonKind.FILLED:
        moved = accent.lighter(108) if tokens.dark else accent.darker(118)
        return (moved if content.hover or content.down else accent), None, tokens.colour("on_accent")
    if content.checked:
        return tokens.colour("selected"), accent, accent
    return tokens.colour("surface"), tokens.colour("edge"), tokens.colour("text")


def paint_button(tokens: Tokens, icons: IconSet, painter: QPainter, rect: QRect, content: ButtonContent) -> None:
    """Draw the box, then icon, text and hint from the right."""
    fill, edge, ink = _inks(tokens, content)
    box = QRectF(rect)
    if fill is not None or edge is not None:
        paint_rounded(painter, box, RADIUS_FIELD, fill, edge)
    if content.enabled and content.kind != ButtonKind.FILLED and (content.hover or content.down):
        paint_rounded(painter, box, RADIUS_FIELD, tokens.hover())
    if content.focus:
        _paint_focus(tokens, painter, box, content)
    _paint_contents(tokens, icons, painter, rect, content, ink)


def _paint_focus(tokens: Tokens, painter: QPainter, box: QRectF, content: ButtonContent) -> None:
    # A ring outside and a breath of the ground inside it, so that it shows on a filled button too
    if content.kind == ButtonKind.FILLED:
        ring(painter, box.adjusted(2, 2, -2, -2), RADIUS_FIELD - 2, tokens.colour("on_accent"), 1.5)
    else:
        ring(painter, box, RADIUS_FIELD, tokens.colour("accent"))


def _paint_contents(
    tokens: Tokens, icons: IconSet, painter: QPainter, rect: QRect, content: ButtonContent, ink: QColor
) -> None:
    side = _icon_side(tokens, content)
    font = _font(tokens, content)
    words = QFontMetrics(font).size(int(Qt.TextFlag.TextShowMnemonic), content.text).width() if content.text else 0
    hint_font = tokens.font(TextRole.HINT)
    hint = QFontMetrics(hint_font).horizontalAdvance(content.hint) + 14 if content.hint else 0
    icon = (side + (ICON_GAP if words else 0)) if content.icon else 0
    room = rect.width() - 12
    words = min(words, max(0, room - icon - hint))
    right = rect.center().x() + (words + icon + hint) / 2 + 0.5
    if content.icon:
        icons.paint(painter, QRectF(right - side, rect.center().y() - side / 2 + 0.5, side, side), content.icon, ink)
        right -= icon
    painter.save()
    painter.setPen(ink)
    painter.setFont(font)
    shown = cut(content.text, QFontMetrics(font), words + 1)
    at = QRectF(right - words, rect.top(), words, rect.height())
    flags = TEXT_FLAGS | int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextDontClip)
    painter.drawText(at, flags, shown)
    if content.hint:
        painter.setFont(hint_font)
        at = QRectF(right - words - hint, rect.top(), hint - 14, rect.height())
        painter.drawText(at, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), content.hint)
    painter.restore()
