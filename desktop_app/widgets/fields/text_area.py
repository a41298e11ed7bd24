"""Text areas: a plain right-to-left field of several lines with undo, and a read-only text to scroll by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QTextEdit, QWidget

from desktop_app.domain.rules.typed_text import FIELD_LIMIT
from desktop_app.widgets.fields.drafted import Clean, clean_insertion, clean_lines
from desktop_app.widgets.style.look import ring, set_role, tokens_of
from desktop_app.widgets.style.tokens import HEIGHT_CONTROL, RADIUS_CARD, TextRole, Tone


class _Ring(QWidget):
    """Overlay with the focus ring, which does not scroll."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the focus ring."""
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ring(QPainter(self), box, RADIUS_CARD, tokens_of(self).colour("accent"))


class ReadingArea(QScrollArea):
    """Scroll area that takes the focus itself, so that keys scroll it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._ring = _Ring(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring."""
        super().focusInEvent(event)
        self._ring.raise_()
        self._ring.show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the focus ring."""
        super().focusOutEvent(event)
        self._ring.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the ring to the area and its scroll bar."""
        super().resizeEvent(event)
        self._ring.setGeometry(self.rect())


FRAME = 5


class TextArea(QTextEdit):
    """`noticed` carries (sentence, tone) of what was changed or refused, "" to clear.

    `line_height` is in hundredths of the font's own; a long text to be written wants more air than a form's field.
    """

    noticed = Signal(str, str)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        clean: Clean = clean_lines,
        limit: int = FIELD_LIMIT,
        role: TextRole = TextRole.BODY,
        grows: bool = False,
        bare: bool = False,
        line_height: int = 100,
    ) -> None:
        super().__init__(parent)
        self._clean, self._limit, self._role = clean, limit, role
        self._grows = grows
        self._lines = 3
        self._line_height = line_height
        self._noticed = False
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setProperty("bare_frame", bare)
        if bare:
            self.setFrameShape(QFrame.Shape.NoFrame)
            self.viewport().setAutoFillBackground(False)
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self.document().setDefaultTextOption(option)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed if grows else QSizePolicy.Policy.Expanding
        )
        self._take_look()
        self._space_lines()

    def set_writing_role(self, role: TextRole) -> None:
        """Set the text role, which gives size and weight."""
        if role != self._role:
            self._role = role
            self._take_look()

    def set_lines(self, lines: int) -> None:
        """Set the least height, in lines."""
        self._lines = lines
        self._fit()

    def text(self) -> str:
        """The text."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Set the text from code; clears the undo."""
        self.setPlainText(text)
        self._space_lines()

    def insert(self, text: str) -> bool:
        """Insert text at the cursor as if typed or pasted; return whether it was accepted."""
        cursor = self.textCursor()
        chosen = len(cursor.selectedText())
        taken = clean_insertion(text, self._limit - len(self.toPlainText()) + chosen, self._limit, self._clean)
        self._notice(taken.notice, taken.tone)
        if taken.text is None:
            return False
        cursor.insertText(taken.text)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert pasted or dropped text, cleaned."""
        if source.hasText():
            self.insert(source.text())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Whether the data are text; files are left to the page."""
        return source.hasText() and not source.hasUrls()

    def event(self, event: QEvent) -> bool:
        """Keep every paste shortcut for the field; Qt claims only Ctrl+V."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride or self.isReadOnly():
            return super().event(event)
        if event.matches(QKeySequence.StandardKey.Paste):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clean typed letters like pasted text; leave Ctrl+Enter to the form."""
        held = event.modifiers()
        control = held & Qt.KeyboardModifier.ControlModifier and not held & Qt.KeyboardModifier.AltModifier
        typed = _letters_of(event)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if control and enter:
            event.ignore()
        elif typed and not control and not self.isReadOnly():
            self.insert(typed)
        elif enter and not self.isReadOnly():
            self.insert("\n")
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Clean the text of an input method."""
        commit = event.commitString()
        if not commit:
            super().inputMethodEvent(event)
            return
        super().inputMethodEvent(QInputMethodEvent("", []))
        self.insert(commit)
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Clean the whole text (two typed characters may be one letter)."""
        super().focusOutEvent(event)
        taken = clean_insertion(self.text(), self._limit, self._limit, self._clean)
        if taken.text is not None and taken.text != self.text():
            cursor = QTextCursor(self.document())
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(taken.text)
            self._notice(taken.notice, taken.tone)

    def sizeHint(self) -> QSize:
        """Return the height of the lines, or the least height."""
        return QSize(tokens_of(self).px(260), self._height())

    def minimumSizeHint(self) -> QSize:
        """Return the least height."""
        return QSize(80, self._least())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll back to the top after a form gave the field no height for a moment."""
        super().resizeEvent(event)
        if event.oldSize().height() < self.fontMetrics().lineSpacing() and self.textCursor().atStart():
            self.verticalScrollBar().setValue(0)

    def changeEvent(self, event: QEvent) -> None:
        """Apply the new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._take_look()

    def _least(self) -> int:
        line = self.fontMetrics().lineSpacing()
        frame = 0 if self.property("bare_frame") else 2 * FRAME
        margins = round(2 * self.document().documentMargin())
        return max(tokens_of(self).px(HEIGHT_CONTROL), line * self._lines + margins + frame)

    def _height(self) -> int:
        frame = 0 if self.property("bare_frame") else 2 * FRAME
        tall = round(self.document().size().height()) + frame
        return max(self._least(), tall) if self._grows else self._least()

    def _fit(self) -> None:
        if self._grows:
            self.setFixedHeight(self._height())
        self.updateGeometry()

    def _notice(self, sentence: str, tone: Tone) -> None:
        if sentence or self._noticed:
            self._noticed = bool(sentence)
            self.noticed.emit(sentence, tone.value)

    def _space_lines(self) -> None:
        """Set the line height, without an undo step."""
        if self._line_height == 100:
            return
        document = self.document()
        document.setUndoRedoEnabled(False)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(self._line_height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(spacing)
        document.setUndoRedoEnabled(True)

    def _take_look(self) -> None:
        set_role(self, self._role)
        self._fit()


def _letters_of(event: QKeyEvent) -> str:
    """Return the text of a key event without control characters."""
    return event.text() if event.text()[:1] >= " " and event.text() != "\x7f" else ""
