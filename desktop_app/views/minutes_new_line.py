"""The line for a new clause or contribution, with ready phrases beneath: Tab takes one, Tab goes on to its gaps."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.folding import Form, fold
from desktop_app.text import minutes as words
from desktop_app.views.minutes_gaps import has_gap, is_plain_tab, select_gap
from desktop_app.widgets.look import icons_of, rounded, tokens_of
from desktop_app.widgets.notice import NoticeLine
from desktop_app.widgets.style_options import FORCE_RTL, RIGHT
from desktop_app.widgets.tokens import ICON_ROW, RADIUS_CARD, RADIUS_ROW, TextRole, Tone
from desktop_app.widgets.writing_area import WritingArea

SHOWN = 3
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


class PhraseRow(QPushButton):
    """One phrase; the first shows the key that takes it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.phrase = text
        self.first = False
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line with air."""
        return QSize(200, tokens_of(self).px(38))

    def minimumSizeHint(self) -> QSize:
        """A long phrase ends with …"""
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The one that Tab takes on the accent's soft ground."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.first:
            rounded(painter, box, RADIUS_ROW - 2, tokens.colour("selected"))
        elif self.underMouse():
            rounded(painter, box, RADIUS_ROW - 2, tokens.hover())
        painter.setFont(tokens.font(TextRole.HINT))
        painter.setPen(tokens.colour("quiet"))
        if self.first:
            painter.drawText(box.adjusted(12, 0, 0, 0), LEFT, "Tab")
        painter.setFont(tokens.font(TextRole.BODY))
        painter.setPen(tokens.colour("accent" if self.first else "text"))
        width = self.width() - 24 - (40 if self.first else 0)
        shown = painter.fontMetrics().elidedText(self.phrase, Qt.TextElideMode.ElideRight, width)
        painter.drawText(box.adjusted(12, 0, -12, 0), RIGHT | FORCE_RTL, shown)


class PhraseCard(QFrame):
    """The phrases that go with what is typed."""

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[PhraseRow] = []
        self.setAccessibleName(words.PHRASES_NAME)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(5, 5, 5, 5)
        self._column.setSpacing(0)
        self.hide()

    def show_phrases(self, phrases: Sequence[str], at: int) -> None:
        """Show these with the one at a place marked; none hides the card."""
        if [row.phrase for row in self.rows] != list(phrases):
            for row in self.rows:
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
            self.rows = [PhraseRow(phrase) for phrase in phrases]
            for row in self.rows:
                row.clicked.connect(lambda _on=False, phrase=row.phrase: self.taken.emit(phrase))
                self._column.addWidget(row)
        for place, row in enumerate(self.rows):
            row.first = place == at
            row.update()
        self.setVisible(bool(phrases))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A sheet that lies on the paper."""
        tokens = tokens_of(self)
        rounded(QPainter(self), QRectF(self.rect()), RADIUS_CARD, tokens.colour("surface"), tokens.colour("hairline"))


class PhraseArea(WritingArea):
    """Writing with phrases: Tab takes the marked one, or jumps to the next gap; arrows choose among them."""

    enter_settles = False

    def __init__(self, find: Callable[[str], Sequence[str]], card: PhraseCard, placeholder: str) -> None:
        super().__init__(placeholder=placeholder)
        self._find = find
        self._card = card
        self._at = 0
        self._away = False
        self._asked = False
        card.taken.connect(self.take)
        self.textChanged.connect(self._offer)

    def take(self, phrase: str) -> None:
        """Write a phrase in place of what stands here, and go to its first gap."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(phrase)
        self._away = True
        self._offer()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not select_gap(self, from_start=True):
            self.moveCursor(QTextCursor.MoveOperation.End)

    def event(self, event: QEvent) -> bool:
        """Tab belongs to the phrases while there is something for it to do."""
        return (is_plain_tab(event) and self._take_tab()) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the phrases, Esc puts them away."""
        rows = self._card.rows if self._card.isVisible() else []
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if rows and plain and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = -1 if event.key() == Qt.Key.Key_Up else 1
            if 0 <= self._at + step < len(rows):
                self._at += step
                self._card.show_phrases([row.phrase for row in rows], self._at)
                return
        if plain and event.key() == Qt.Key.Key_Down and not self.text() and not rows:
            self._asked = True
            self._offer()
            return
        if rows and event.key() == Qt.Key.Key_Escape:
            self._away, self._asked = True, False
            self._offer()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Phrases come with the keyboard."""
        super().focusInEvent(event)
        self._away, self._asked = has_gap(self.text()), False
        self._offer()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And go with it."""
        super().focusOutEvent(event)
        self._card.hide()

    def _take_tab(self) -> bool:
        if self._card.isVisible() and self._card.rows:
            self.take(self._card.rows[self._at].phrase)
            return True
        return select_gap(self)

    def _offer(self) -> None:
        text = self.text().strip()
        if not text:
            self._away = False
        wanted = self.hasFocus() and not self._away and bool(text or self._asked)
        found = list(self._find(text))[:SHOWN] if wanted else []
        self._at = min(self._at, max(0, len(found) - 1)) if found else 0
        self._card.show_phrases(found, self._at)


class NewLine(QWidget):
    """A plus, the line, its phrases, and why it was refused. `entered` carries the text; it stays until it is taken."""

    entered = Signal(str)
    rested = Signal(str, int)
    """The text stood still, or was left: it becomes a record, and the caret (-1 for none) goes on in it."""

    def __init__(self, find: Callable[[str], Sequence[str]], placeholder: str, *, indent: int) -> None:
        super().__init__()
        self._indent = indent
        self.card = PhraseCard()
        self.area = PhraseArea(find, self.card, placeholder)
        self.area.setAccessibleName(placeholder)
        self._notice = NoticeLine()
        self._notice.hide()
        line = QHBoxLayout()
        line.setContentsMargins(0, 2, indent, 2)
        line.addWidget(self.area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        below = QVBoxLayout()
        below.setContentsMargins(0, 0, indent, 0)
        below.addWidget(self._notice)
        below.addWidget(self.card)
        column.addLayout(below)
        self.area.entered.connect(self._enter)
        self.area.settled.connect(self._rest)

    def clear(self) -> None:
        """Ready for the next."""
        self.area.set_text("")
        self.show_refusal("")

    def submit(self) -> bool:
        """Hand over what is typed, if anything; whether there was."""
        text = self.area.text().strip()
        if text:
            self.entered.emit(text)
        return bool(text)

    def show_refusal(self, text: str) -> None:
        """Say beneath it why it was refused; nothing takes the sentence away."""
        self._notice.show_notice(text, Tone.DANGER)
        self._notice.setVisible(bool(text))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The plus."""
        tokens = tokens_of(self)
        side = tokens.px(ICON_ROW)
        top = 2 + (self.area.fontMetrics().lineSpacing() - side) / 2
        box = QRectF(self.width() - self._indent + 10, top, side, side)
        icons_of(self).paint(QPainter(self), box, "plus", tokens.colour("quiet"))

    def _rest(self, text: str) -> None:
        writing = self.area.hasFocus()
        if text.strip() and not (writing and self.card.isVisible()):
            self.rested.emit(text.strip(), self.area.textCursor().position() if writing else -1)

    def _enter(self) -> None:
        if not select_gap(self.area):
            self.submit()


def phrases_for(typed: str, phrases: Sequence[str]) -> list[str]:
    """Phrases that begin with what is typed, then those that hold it, in any spelling."""
    wanted = fold(typed, Form.SQUEEZED)
    folded = [(fold(phrase, Form.SQUEEZED), phrase) for phrase in phrases]
    first = [phrase for key, phrase in folded if key.startswith(wanted)]
    return first + [phrase for key, phrase in folded if wanted in key and phrase not in first]
