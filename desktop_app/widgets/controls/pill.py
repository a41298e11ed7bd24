"""Pills, and the marks of the two parties, which differ by shape."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_app.widgets.style.look import paint_rounded, tokens_of
from desktop_app.widgets.style.state_mark import Shape, paint_mark
from desktop_app.widgets.style.tokens import ICON_NOTE, TextRole, Tokens, Tone
from desktop_app.words import widgets as words


class Party(StrEnum):
    """The two sides of the memorandum."""

    GOVERNORATE = "governorate"
    CENTER = "center"


def paint_party(painter: QPainter, rect: QRectF, party: Party, tokens: Tokens) -> None:
    """A filled square with «ا», or an outlined circle with «م»."""
    ink = tokens.ink(Tone.NEUTRAL)
    painter.save()
    font = tokens.font(TextRole.HEAD)
    font.setPixelSize(max(8, round(rect.height() * 0.62)))
    painter.setFont(font)
    if party == Party.GOVERNORATE:
        paint_rounded(painter, rect, rect.width() * 0.25, ink)
        painter.setPen(tokens.colour("surface"))
    else:
        paint_rounded(painter, rect, rect.width() / 2, None, ink)
        painter.setPen(ink)
    flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)
    # The letter's own body sits lower than the line's box: lift it to the middle of the shape
    painter.drawText(rect.translated(0, -rect.height() * 0.04), flags, words.PARTY_LETTERS[party.value])
    painter.restore()


class PartyMark(QWidget):
    """Mark of a party next to a name; screen readers get the party's name."""

    def __init__(self, parent: QWidget | None = None, *, party: Party = Party.GOVERNORATE, side: int = 18) -> None:
        super().__init__(parent)
        self._party = party
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_party(party)

    def set_party(self, party: Party) -> None:
        """Set the party."""
        self._party = party
        self.setAccessibleName(words.PARTY_NAMES[party.value])
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square that grows with the text size."""
        side = tokens_of(self).px(self._side)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark."""
        paint_party(QPainter(self), QRectF(self.rect()), self._party, tokens_of(self))


def pill_size(tokens: Tokens, text: str, *, marked: bool) -> QSize:
    """Return the size of a pill."""
    metrics = QFontMetrics(tokens.font(TextRole.LABEL))
    mark = tokens.px(ICON_NOTE) + 6 if marked else 0
    return QSize(metrics.horizontalAdvance(text) + mark + 22, max(tokens.px(24), metrics.height() + 4))


def paint_pill(
    painter: QPainter,
    rect: QRectF,
    text: str,
    tone: Tone,
    tokens: Tokens,
    shape: Shape | None = None,
    percent: int | None = None,
) -> None:
    """Draw a pill: soft fill (a line under high contrast), the mark at its right, then the word."""
    ink, soft = tokens.ink(tone), tokens.soft(tone)
    paint_rounded(painter, rect, rect.height() / 2, soft, tokens.outline(ink))
    right = rect.right() - 11
    if shape is not None:
        side = tokens.px(ICON_NOTE)
        paint_mark(painter, QRectF(right - side, rect.center().y() - side / 2, side, side), shape, ink, soft, percent)
        right -= side + 6
    painter.save()
    painter.setFont(tokens.font(TextRole.LABEL))
    painter.setPen(ink)
    flags = int(
        Qt.AlignmentFlag.AlignRight
        | Qt.AlignmentFlag.AlignAbsolute
        | Qt.AlignmentFlag.AlignVCenter
        | Qt.TextFlag.TextForceRightToLeft
        | Qt.TextFlag.TextDontClip
    )
    painter.drawText(QRectF(rect.left() + 8, rect.top() - 0.5, right - rect.left() - 8, rect.height()), flags, text)
    painter.restore()


class Pill(QLabel):
    """A word with its mark on a coloured background."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        text: str = "",
        tone: Tone = Tone.NEUTRAL,
        shape: Shape | None = None,
        percent: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone, self._shape, self._percent = tone, shape, percent
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def show_state(self, text: str, tone: Tone, shape: Shape | None = None, percent: int | None = None) -> None:
        """Show another state."""
        self._tone, self._shape, self._percent = tone, shape, percent
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of mark, word and round ends."""
        return pill_size(tokens_of(self), self.text(), marked=self._shape is not None)

    def minimumSizeHint(self) -> QSize:
        """Return the full size, as a pill is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill."""
        rect = QRectF(self.rect())
        paint_pill(QPainter(self), rect, self.text(), self._tone, tokens_of(self), self._shape, self._percent)


class StateLabel(QLabel):
    """A mark and its word in one tone, without a background."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        text: str = "",
        tone: Tone = Tone.NEUTRAL,
        shape: Shape = Shape.PLAIN_RING,
        percent: int | None = None,
        strong: bool = False,
    ) -> None:
        super().__init__(parent)
        self._tone, self._shape, self._percent, self._strong = tone, shape, percent, strong
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)
        self._take_look()

    def show_state(self, text: str, tone: Tone, shape: Shape, percent: int | None = None) -> None:
        """Show another state."""
        self._tone, self._shape, self._percent = tone, shape, percent
        self.setText(text)
        self._take_look()

    def changeEvent(self, event: QEvent) -> None:
        """Apply the new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._take_look()

    def _take_look(self) -> None:
        tokens = tokens_of(self)
        font = tokens.font(TextRole.STRONG if self._strong else TextRole.SECOND)
        font.setWeight(QFont.Weight.DemiBold if self._strong else QFont.Weight.Medium)
        self.setFont(font)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, tokens.ink(self._tone))
        self.setPalette(palette)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size of mark, gap and word."""
        tokens = tokens_of(self)
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + tokens.px(16) + 10, max(tokens.px(22), metrics.height()))

    def minimumSizeHint(self) -> QSize:
        """Return the full size, as the word is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark at the right, then the word."""
        tokens = tokens_of(self)
        side = tokens.px(16)
        painter = QPainter(self)
        box = QRectF(self.width() - side, (self.height() - side) / 2, side, side)
        ink = tokens.ink(self._tone)
        paint_mark(painter, box, self._shape, ink, tokens.colour("surface"), self._percent)
        painter.setPen(ink)
        flags = int(
            Qt.AlignmentFlag.AlignRight
            | Qt.AlignmentFlag.AlignAbsolute
            | Qt.AlignmentFlag.AlignVCenter
            | Qt.TextFlag.TextForceRightToLeft
        )
        painter.drawText(self.rect().adjusted(0, 0, -(side + 8), 0), flags, self.text())
