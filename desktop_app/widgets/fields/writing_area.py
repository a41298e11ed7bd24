"""Editor for a long text: saves when left or after a pause; Enter goes to the next one.

It never scrolls by itself: its page follows the caret, and arrows lead over an edge. The boxed field is promoted in
Designer.
"""

from __future__ import annotations

import math
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QTextEdit, QWidget

from desktop_app.widgets.controls.held_keys import held_keys
from desktop_app.widgets.fields.drafted import Drafted
from desktop_app.widgets.fields.text_area import TextArea
from desktop_app.widgets.style.tokens import TextRole

CARET_AIR: Final = 40
"""What the page keeps in sight above and below the caret."""


def scroll_area_of(widget: QWidget) -> QScrollArea | None:
    """Return the scroll area around an editor."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent


def show_caret(area: QTextEdit) -> None:
    """Scroll the page to the caret of the editor with the focus."""
    page = scroll_area_of(area)
    inner = page.widget() if page is not None else None
    if page is not None and inner is not None and area.hasFocus():
        at = area.mapTo(inner, area.cursorRect().center())
        page.ensureVisible(at.x(), at.y(), 0, CARET_AIR)


def is_at_edge(caret: QTextCursor, key: int) -> bool:
    """Whether the caret is in the first line for Up, or in the last for Down."""
    probe = QTextCursor(caret)
    step = QTextCursor.MoveOperation.Up if key == Qt.Key.Key_Up else QTextCursor.MoveOperation.Down
    return not probe.movePosition(step)


REST_MS: Final = 2_000
"""How long after the last key a draft is saved."""
AIR: Final = 118
"""Line height of writing, in hundredths of the font's own."""


class WritingArea(TextArea, Drafted):
    """Emits `settled` when unsaved text should be saved: after a pause or on leaving.

    `entered` is Enter (Shift+Enter breaks the line), `emptied` is Backspace in an empty one, `walked` an arrow
    that leaves its first or last line, `focused` the keyboard's arrival.
    """

    settled = Signal(str)
    entered = Signal()
    emptied = Signal()
    walked = Signal(int)
    focused = Signal()
    enter_settles = True
    """Whether Enter has it saved before it goes on; a line for new records hands its text over instead."""

    def __init__(
        self, parent: QWidget | None = None, *, role: TextRole = TextRole.WRITING, placeholder: str = ""
    ) -> None:
        self._measure: QTextDocument | None = None
        super().__init__(parent, role=role, bare=True, line_height=AIR)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._stored = ""
        self._sent = ""
        self._rest = QTimer(self)
        self._rest.setObjectName("rest")
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.settle)
        self.setPlaceholderText(placeholder)
        # One pixel, so that the caret at either end of a line is inside
        self.document().setDocumentMargin(1)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._measure = self.document().clone(self)
        self.set_lines(1)
        self.textChanged.connect(self._typed)
        self.cursorPositionChanged.connect(lambda: QTimer.singleShot(0, self, partial(show_caret, self)))

    def show_stored(self, text: str) -> None:
        """Show the stored text, but keep unsaved text."""
        changed, typed = text != self._stored, self.text()
        untouched = typed in (self._stored, text)
        self._stored = text
        if untouched:
            self._sent = text
        if typed != text and (untouched or (changed and typed == self._sent)):
            place = self.textCursor().position()
            self.set_text(text)
            cursor = self.textCursor()
            cursor.setPosition(min(place, len(text)))
            self.setTextCursor(cursor)

    def set_text(self, text: str) -> None:
        """Show a text as stored."""
        self._stored = self._sent = text
        super().set_text(text)
        self._rest.stop()

    def is_unsaved(self) -> bool:
        """Whether the text differs from the stored one."""
        return self.text() != self._stored

    def is_dirty(self) -> bool:
        """Whether the text differs from the stored one; used for drafts."""
        return not self.isReadOnly() and self.is_unsaved()

    def settle(self) -> None:
        """Save now, if there is unsaved text."""
        self._rest.stop()
        if self.text() != self._sent and not self.isReadOnly():
            self._sent = self.text()
            self.hand_over(lambda: self.settled.emit(self._sent))

    def go_to(self, place: int) -> None:
        """Take the focus with the caret at a position."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = self.textCursor()
        cursor.setPosition(max(0, min(place, len(self.text()))))
        self.setTextCursor(cursor)

    def go_to_end(self) -> None:
        """Take the focus with the caret at the end."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the editor on Enter, on Backspace when empty, and on arrows at its edges."""
        if held_keys(event) or not self._leaves(event.key()):
            super().keyPressEvent(event)

    def _leaves(self, key: int) -> bool:
        """Leave the editor if the key does that; return whether it did."""
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and is_at_edge(self.textCursor(), key):
            self.walked.emit(-1 if key == Qt.Key.Key_Up else 1)
            return True
        if self.isReadOnly():
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.enter_settles:
                self.settle()
            self.entered.emit()
            return True
        if key == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
            return True
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Emit that the editor got the focus."""
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save, except when a menu or popup opens."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settle()

    def changeEvent(self, event: QEvent) -> None:
        """Update the height when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def measuring_document(self) -> QTextDocument:
        """Return a copy of the document for measuring at other widths."""
        return self._measure if self._measure is not None else self.document()

    def hasHeightForWidth(self) -> bool:
        """Return True."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        measure = self.measuring_document()
        if measure.textWidth() != width:
            measure.setTextWidth(width)
        return max(self._least(), math.ceil(measure.size().height()))

    def sizeHint(self) -> QSize:
        """Return the height at the present width."""
        return QSize(240, self.heightForWidth(max(80, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Return the size of one line of a few words."""
        return QSize(80, self._least())

    def _least(self) -> int:
        return round(self.fontMetrics().lineSpacing() * AIR / 100) + 2

    def _fit(self) -> None:
        """Update the height when the text needs another."""
        if self._measure is not None and self.heightForWidth(self.width()) != self.height():
            self.updateGeometry()

    def _space_lines(self) -> None:
        super()._space_lines()
        self._copy_text()

    def _take_look(self) -> None:
        super()._take_look()
        if self._measure is not None:
            self._measure.setDefaultFont(self.font())
            self.updateGeometry()

    def _copy_text(self) -> None:
        """Copy the text to the measuring document."""
        measure = self._measure
        if measure is None or measure.toPlainText() == self.toPlainText():
            return
        measure.setPlainText(self.toPlainText())
        cursor = QTextCursor(measure)
        cursor.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(AIR, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(spacing)

    def _typed(self) -> None:
        self._copy_text()
        self._fit()
        if self.text() != self._sent:
            self._rest.start()
        else:
            self._rest.stop()


class WritingField(TextArea, Drafted):
    """Text area that emits `settled` when its text should be saved."""

    settled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, grows=True)
        self._stored = ""
        self._sent = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.settle)
        self.textChanged.connect(self._rest.start)
        self.set_lines(2)

    def text(self) -> str:
        """The text; empty if it holds only line breaks."""
        shown = super().text()
        return shown if shown.strip() else ""

    def show_stored(self, text: str) -> None:
        """Show the stored text, but keep unsaved text."""
        typed = self.text() not in (self._stored, text)
        self._stored = text
        if not typed:
            self._sent = text
        if not typed and self.text() != text:
            self.set_text(text)
        self._rest.stop()

    def discard(self, text: str) -> None:
        """Show a text and drop unsaved text."""
        self._stored = self._sent = text
        self.set_text(text)
        self._rest.stop()

    def put_back(self, text: str) -> None:
        """Show a refused text again as unsaved."""
        self._sent = text
        self.setPlainText(text)
        self._rest.stop()

    def is_unsaved(self) -> bool:
        """Whether the text differs from the stored one."""
        return self.text() != self._stored

    def is_dirty(self) -> bool:
        """Whether the text differs from the stored one; used for drafts."""
        return not self.isReadOnly() and self.is_unsaved()

    def settle(self) -> None:
        """Save now, if there is unsaved text."""
        self._rest.stop()
        if self.text() != self._sent and not self.isReadOnly():
            self._sent = self.text()
            self.hand_over(lambda: self.settled.emit(self._sent))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save, and remove text that is only line breaks."""
        super().focusOutEvent(event)
        if not self.text() and not self.document().isEmpty():
            self.set_text("")
        self.settle()
