"""One page of a scan as a card: the page itself, its number, how it was recognised, and whether it is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.text.papers import scan_import as words
from desktop_app.widgets.controls.held_keys import ALT, CONTROL, held_keys
from desktop_app.widgets.lists.state_mark import Shape, paint_mark
from desktop_app.widgets.style.look import chosen_row, icons_of, ring, rounded, tokens_of
from desktop_app.widgets.style.tokens import GAP, GAP_TIGHT, ICON_NOTE, RADIUS_ROW, TextRole, Tokens, Tone

PAGE_WIDTH: Final = 132
"""The width of an upright page, at the usual size of writing."""
SMALL_WIDTH: Final = 84
"""The same in a low window."""
_TALL: Final = 1.4142
_FAINT: Final = 0.32
_STEPS: Final = {Qt.Key.Key_Left: 1, Qt.Key.Key_Right: -1}
_LINES: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SHIFTS: Final = {**_STEPS, **_LINES}
_ENDS: Final = {Qt.Key.Key_Home: -1, Qt.Key.Key_End: 1}


@dataclass(frozen=True, slots=True)
class CardContent:
    """What a card shows; ``number`` is empty for a page that is left out, ``turn`` counts quarters clockwise."""

    number: str
    note: str
    tone: Tone
    shape: Shape
    picture: QImage
    turn: int = 0
    left_out: bool = False
    chosen: bool = False
    spoken: str = ""


class ScanCard(QAbstractButton):
    """Arrows walk, Alt+arrows move, Ctrl+arrows turn by a quarter, Space and Delete leave out and take in again."""

    walked = Signal(int)
    walked_line = Signal(int)
    walked_to_end = Signal(int)
    shifted = Signal(int)
    turned = Signal(int)
    left_out = Signal()
    looked = Signal()
    reached = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: CardContent | None = None
        self._drawn = QImage()
        self._small = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def show_content(self, content: CardContent) -> None:
        """Show another state; the page is measured again only where it is another one."""
        before, self._content = self._content, content
        if before is None or before.picture is not content.picture or before.turn != content.turn:
            self._drawn = QImage()
        # Tab comes to the page that was chosen last, and not to each of thirty
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if content.chosen else Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(content.spoken)
        self.setAccessibleDescription(words.TAKE_IN if content.left_out else words.LEAVE_OUT)
        self.update()

    def content(self) -> CardContent | None:
        """What shows."""
        return self._content

    def set_small(self, small: bool) -> None:
        """Show the page smaller, over the same words."""
        self._small, self._drawn = small, QImage()
        self.updateGeometry()
        self.update()

    # ---- size and painting

    def sizeHint(self) -> QSize:
        """Room for an upright page over two lines; a page that lies down is drawn smaller."""
        tokens = tokens_of(self)
        lines = round(self._line_height(TextRole.LABEL) + self._line_height(TextRole.NOTE)) + GAP_TIGHT
        return QSize(tokens.px(PAGE_WIDTH) + 2 * GAP, self._page_height(tokens) + lines + 3 * GAP)

    def minimumSizeHint(self) -> QSize:
        """A card is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, page, number and how it was recognised."""
        content = self._content
        if content is None:
            return
        tokens, painter, box = tokens_of(self), QPainter(self), QRectF(self.rect())
        if content.chosen:
            chosen_row(painter, box, tokens)
        elif self.underMouse():
            rounded(painter, box, RADIUS_ROW, tokens.hover())
        self._paint_page(painter, tokens, content)
        self._paint_words(painter, tokens, content)
        if self.hasFocus():
            ring(painter, box, RADIUS_ROW, tokens.colour("accent"))

    def _paint_page(self, painter: QPainter, tokens: Tokens, content: CardContent) -> None:
        width = self._page_width(tokens)
        room = QRectF((self.width() - width) / 2, GAP, width, self._page_height(tokens))
        picture = self._picture(content, room)
        size = picture.deviceIndependentSize()
        if size.isEmpty():
            rounded(painter, room, 3, tokens.colour("sunken"), tokens.colour("hairline"))
            return
        page = QRectF(room.center().x() - size.width() / 2, room.bottom() - size.height(), size.width(), size.height())
        painter.save()
        painter.fillRect(page.adjusted(-1, -1, 1, 1), tokens.colour("edge" if tokens.outlined else "hairline"))
        painter.fillRect(page, Qt.GlobalColor.white)
        painter.setOpacity(_FAINT if content.left_out else 1.0)
        painter.drawImage(page.topLeft(), picture)
        painter.restore()
        if content.left_out:
            side = float(tokens.px(36))
            disc = QRectF(page.center().x() - side / 2, page.center().y() - side / 2, side, side)
            rounded(painter, disc, side / 2, tokens.soft(Tone.NEUTRAL), tokens.ink(Tone.NEUTRAL))
            inset = side * 0.26
            icon = disc.adjusted(inset, inset, -inset, -inset)
            icons_of(self).paint(painter, icon, "ban", tokens.ink(Tone.NEUTRAL))

    def _paint_words(self, painter: QPainter, tokens: Tokens, content: CardContent) -> None:
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextForceRightToLeft)
        top = self._page_height(tokens) + 2 * GAP
        first = QRectF(0, top, self.width(), self._line_height(TextRole.LABEL))
        painter.setFont(tokens.font(TextRole.LABEL))
        painter.setPen(tokens.colour("second" if content.left_out else "text"))
        painter.drawText(first, flags, content.number)
        line = QRectF(GAP, first.bottom() + GAP_TIGHT / 2, self.width() - 2 * GAP, self._line_height(TextRole.NOTE))
        font = tokens.font(TextRole.NOTE)
        metrics, side = QFontMetricsF(font), float(tokens.px(ICON_NOTE))
        room = line.width() - side - GAP_TIGHT - 2
        text = metrics.elidedText(content.note, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(text) + 2
        right = line.center().x() + (width + side + GAP_TIGHT) / 2
        ink = tokens.ink(content.tone)
        mark = QRectF(right - side, line.center().y() - side / 2, side, side)
        paint_mark(painter, mark, content.shape, ink, tokens.colour("surface"))
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QRectF(right - side - GAP_TIGHT - width, line.top(), width, line.height()), flags, text)

    def _picture(self, content: CardContent, room: QRectF) -> QImage:
        """The page as it is turned, at the pixels of the screen; made once for each turn."""
        if self._drawn.isNull() and not content.picture.isNull():
            ratio = self.devicePixelRatioF()
            turned = content.picture.transformed(QTransform().rotate(90 * content.turn))
            size = (room.size() * ratio).toSize()
            smooth = Qt.TransformationMode.SmoothTransformation
            self._drawn = turned.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, smooth)
            self._drawn.setDevicePixelRatio(ratio)
        return self._drawn

    def _page_width(self, tokens: Tokens) -> int:
        return tokens.px(SMALL_WIDTH if self._small else PAGE_WIDTH)

    def _page_height(self, tokens: Tokens) -> int:
        return round(self._page_width(tokens) * _TALL)

    def _line_height(self, role: TextRole) -> float:
        return QFontMetricsF(tokens_of(self).font(role)).height()

    # ---- keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Everything that the pointer can do has its key."""
        key, held = Qt.Key(event.key()), held_keys(event)
        if held == {ALT} and key in _SHIFTS:
            self.shifted.emit(_SHIFTS[key])
        elif held == {CONTROL} and key in _STEPS:
            self.turned.emit(-_STEPS[key])
        elif held or not self._plain(key):
            super().keyPressEvent(event)

    def _plain(self, key: Qt.Key) -> bool:
        if key in _STEPS:
            self.walked.emit(_STEPS[key])
        elif key in _LINES:
            self.walked_line.emit(_LINES[key])
        elif key in _ENDS:
            self.walked_to_end.emit(_ENDS[key])
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Delete):
            self.left_out.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.looked.emit()
        else:
            return False
        return True

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space has acted on its way down."""
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose, and perhaps begin to drag."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing more: choosing is no act."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Look at it closely."""
        self.looked.emit()
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page that has the keyboard is the one that shows large."""
        super().focusInEvent(event)
        self.reached.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Draw the page anew at the pixels of another screen."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._drawn = QImage()
            self.update()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._drawn = QImage()
            self.updateGeometry()
