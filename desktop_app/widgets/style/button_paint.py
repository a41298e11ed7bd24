"""Measuring and drawing of push buttons, whichever class they have."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QPushButton

from desktop_app.widgets.style.cut_text import cut
from desktop_app.widgets.style.icons import IconSet
from desktop_app.widgets.style.look import ring, rounded
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
    """How loud a button is; one filled button a region."""

    FILLED = "filled"
    OUTLINED = "outlined"
    QUIET = "quiet"
    DANGER = "danger"
    LINK = "link"


SIDE_GAP, ICON_GAP = 14, 8
TEXT_FLAGS = int(Qt.TextFlag.TextForceRightToLeft | Qt.TextFlag.TextShowMnemonic | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class ButtonFace:
    """All that shows of a button at one moment."""

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
        """Read the face from a button and its dynamic properties (see `Button`)."""
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


def _font(tokens: Tokens, face: ButtonFace) -> QFont:
    return tokens.font(TextRole.NOTE if face.small else TextRole.STRONG)


def _icon_side(tokens: Tokens, face: ButtonFace) -> int:
    return tokens.px(ICON_NOTE if face.small else ICON_BUTTON)


def button_size(tokens: Tokens, face: ButtonFace) -> QSize:
    """The room for icon, words and the hint of the shortcut."""
    height = tokens.px(24 if face.small else HEIGHT_COMPACT if face.compact else HEIGHT_CONTROL)
    words = QFontMetrics(_font(tokens, face)).size(int(Qt.TextFlag.TextShowMnemonic), face.text)
    icon = _icon_side(tokens, face) if face.icon else 0
    if not face.text:
        return QSize(height, height)
    width = words.width() + 2 * (10 if face.compact else SIDE_GAP)
    if icon:
        width += icon + ICON_GAP
    if face.hint:
        width += QFontMetrics(tokens.font(TextRole.HINT)).horizontalAdvance(face.hint) + 14
    return QSize(width, max(height, words.height() + (2 if face.small else 8)))


Inks = tuple[QColor | None, QColor | None, QColor]


def _inks(tokens: Tokens, face: ButtonFace) -> Inks:
    """Fill, edge and writing of a button."""
    surface, edge = tokens.colour("surface"), tokens.colour("edge")
    bare = face.kind in (ButtonKind.QUIET, ButtonKind.LINK)
    if not face.enabled:
        ground = None if bare else tokens.colour("sunken")
        return ground, None if bare else tokens.colour("hairline"), tokens.colour("quiet")
    if bare and face.tone is not None:
        return None, None, tokens.ink(face.tone)
    if face.tone is not None:
        return surface, tokens.ink(face.tone), tokens.colour("text")
    if bare:
        return None, None, tokens.colour("second" if face.kind == ButtonKind.QUIET else "accent")
    if face.kind == ButtonKind.DANGER:
        return surface, edge, tokens.ink(Tone.DANGER)
    return _loud_inks(tokens, face)


def _loud_inks(tokens: Tokens, face: ButtonFace) -> Inks:
    """Fill, edge and writing of a filled or an outlined button."""
    accent = tokens.colour("accent")
    if face.kind == ButtonKind.FILLED:
        moved = accent.lighter(108) if tokens.dark else accent.darker(118)
        return (moved if face.hover or face.down else accent), None, tokens.colour("on_accent")
    if face.checked:
        return tokens.colour("selected"), accent, accent
    return tokens.colour("surface"), tokens.colour("edge"), tokens.colour("text")


def paint_button(tokens: Tokens, icons: IconSet, painter: QPainter, rect: QRect, face: ButtonFace) -> None:
    """Draw the box, then from the right: icon, words, and at the left end the hint."""
    fill, edge, ink = _inks(tokens, face)
    box = QRectF(rect)
    if fill is not None or edge is not None:
        rounded(painter, box, RADIUS_FIELD, fill, edge)
    if face.enabled and face.kind != ButtonKind.FILLED and (face.hover or face.down):
        rounded(painter, box, RADIUS_FIELD, tokens.hover())
    if face.focus:
        _paint_focus(tokens, painter, box, face)
    _paint_contents(tokens, icons, painter, rect, face, ink)


def _paint_focus(tokens: Tokens, painter: QPainter, box: QRectF, face: ButtonFace) -> None:
    # A ring outside and a breath of the ground inside it, so that it shows on a filled button too
    if face.kind == ButtonKind.FILLED:
        ring(painter, box.adjusted(2, 2, -2, -2), RADIUS_FIELD - 2, tokens.colour("on_accent"), 1.5)
    else:
        ring(painter, box, RADIUS_FIELD, tokens.colour("accent"))


def _paint_contents(
    tokens: Tokens, icons: IconSet, painter: QPainter, rect: QRect, face: ButtonFace, ink: QColor
) -> None:
    side = _icon_side(tokens, face)
    font = _font(tokens, face)
    words = QFontMetrics(font).size(int(Qt.TextFlag.TextShowMnemonic), face.text).width() if face.text else 0
    hint_font = tokens.font(TextRole.HINT)
    hint = QFontMetrics(hint_font).horizontalAdvance(face.hint) + 14 if face.hint else 0
    icon = (side + (ICON_GAP if words else 0)) if face.icon else 0
    room = rect.width() - 12
    words = min(words, max(0, room - icon - hint))
    right = rect.center().x() + (words + icon + hint) / 2 + 0.5
    if face.icon:
        icons.paint(painter, QRectF(right - side, rect.center().y() - side / 2 + 0.5, side, side), face.icon, ink)
        right -= icon
    painter.save()
    painter.setPen(ink)
    painter.setFont(font)
    shown = cut(face.text, QFontMetrics(font), words + 1)
    at = QRectF(right - words, rect.top(), words, rect.height())
    flags = TEXT_FLAGS | int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextDontClip)
    painter.drawText(at, flags, shown)
    if face.hint:
        painter.setFont(hint_font)
        at = QRectF(right - words - hint, rect.top(), hint - 14, rect.height())
        painter.drawText(at, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), face.hint)
    painter.restore()
