"""The line for a new clause or contribution, with phrase suggestions; Tab inserts one and goes to its gaps.

Enter records what is whole. Before that it takes what arrows have marked, or a name that has nothing behind it yet, and
goes to what a phrase left to be filled in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.widgets.controls.held_keys import held_keys
from desktop_app.widgets.controls.notice import NoticeLine
from desktop_app.widgets.fields.writing_area import WritingArea
from desktop_app.widgets.style.look import icons_of, tokens_of
from desktop_app.widgets.style.tokens import ICON_ROW, Tone
from desktop_app.window.minutes.options import SHOWN, PhraseCard
from desktop_app.window.minutes.strip import has_gap, is_plain_tab, select_gap

_STEPS: Final[Mapping[int, int]] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PhraseArea(WritingArea):
    """Text field with phrase suggestions: Tab inserts one or goes to the next gap; arrows select one."""

    enter_settles = False

    def __init__(
        self,
        find: Callable[[str], Sequence[str]],
        card: PhraseCard,
        placeholder: str,
        after_key: Callable[[WritingArea], None] | None,
    ) -> None:
        super().__init__(placeholder=placeholder)
        self._after_key = after_key
        self._find = find
        self._card = card
        self._at = 0
        self._away = False
        self._asked = False
        self._walked = False
        card.taken.connect(self.take)
        self.textChanged.connect(self._offer)

    def take(self, phrase: str) -> None:
        """Replace the text by a phrase and select its first gap."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(phrase)
        self._away = True
        self._offer()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not select_gap(self, from_start=True):
            self.moveCursor(QTextCursor.MoveOperation.End)

    def event(self, event: QEvent) -> bool:
        """Handle Tab if it inserts a phrase or goes to a gap."""
        return (is_plain_tab(event) and self._take_tab()) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows select a phrase, Esc hides the list."""
        rows = self._card.rows if self._card.isVisible() else []
        if not held_keys(event) and self._walk(_STEPS.get(event.key(), 0), [row.phrase for row in rows]):
            return
        if rows and event.key() == Qt.Key.Key_Escape:
            self._away, self._asked = True, False
            self._offer()
            return
        super().keyPressEvent(event)
        if self._after_key is not None:
            self._after_key(self)

    def _walk(self, step: int, phrases: list[str]) -> bool:
        """Select another phrase; Down in an empty line shows all. Return whether the selection moved."""
        if step and phrases and 0 <= self._at + step < len(phrases):
            self._at += step
            self._walked = True
            self._card.show_phrases(phrases, self._at)
            return True
        if step > 0 and not phrases and not self.text():
            self._asked = True
            self._offer()
            return True
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the phrases."""
        super().focusInEvent(event)
        self._away, self._asked = has_gap(self.text()), False
        self._offer()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the phrases."""
        super().focusOutEvent(event)
        self._card.hide()

    def take_marked(self, *, only_walked: bool) -> bool:
        """Insert the selected phrase, if any; ``only_walked``: only one selected by arrow keys."""
        if not self._card.isVisible() or not self._card.rows or (only_walked and not self._walked):
            return False
        self.take(self._card.rows[self._at].phrase)
        return True

    def _take_tab(self) -> bool:
        return self.take_marked(only_walked=False) or select_gap(self)

    def _offer(self) -> None:
        text = self.text().strip()
        self._walked = False
        if not text:
            self._away = False
        wanted = self.hasFocus() and not self._away and bool(text or self._asked)
        found = list(self._find(text))[:SHOWN] if wanted else []
        self._at = min(self._at, max(0, len(found) - 1)) if found else 0
        self._card.show_phrases(found, self._at)


class NewLine(QWidget):
    """Line for a new record, with phrases and an error; `entered` carries the text, kept until it is stored."""

    entered = Signal(str)
    rested = Signal(str, int)
    """The text stood still, or was left: it becomes a record, and the caret (-1 for none) goes on in it."""

    def __init__(
        self,
        find: Callable[[str], Sequence[str]],
        placeholder: str,
        *,
        indent: int,
        after_key: Callable[[WritingArea], None] | None = None,
        names: bool = False,
    ) -> None:
        super().__init__()
        self._indent = indent
        self._names = names
        self.card = PhraseCard()
        self.area = PhraseArea(find, self.card, placeholder, after_key)
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
        """Empty the line."""
        self.area.set_text("")
        self.show_refusal("")

    def submit(self) -> bool:
        """Emit the text if there is any; return whether there was."""
        text = self.area.text().strip()
        if text:
            self.area.hand_over(lambda: self.entered.emit(text))
        return bool(text)

    def show_refusal(self, text: str) -> None:
        """Show the error beneath the line; empty text hides it."""
        self._notice.show_notice(text, Tone.DANGER)
        self._notice.setVisible(bool(text))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the plus sign."""
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
        if not self.area.take_marked(only_walked=not self._names) and not select_gap(self.area):
            self.submit()
