"""Text areas: a plain, undoable, right-to-left field of several lines, and text to be scrolled by keys with a ring."""

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
from desktop_app.widgets.fields.drafted import Clean, clean_lines, take
from desktop_app.widgets.style.look import ring, set_role, tokens_of
from desktop_app.widgets.style.tokens import HEIGHT_CONTROL, RADIUS_CARD, TextRole, Tone


class _Ring(QWidget):
    """Lies over the text and moves with nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line of the focus."""
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ring(QPainter(self), box, RADIUS_CARD, tokens_of(self).colour("accent"))


class ReadingArea(QScrollArea):
    """A scroll area whose inside may have nothing else that takes the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._ring = _Ring(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show it."""
        super().focusInEvent(event)
        self._ring.raise_()
        self._ring.show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._ring.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As large as the area with its bar."""
        super().resizeEvent(event)
        self._ring.setGeometry(self.rect())


FRAME = 5


class TextArea(QTextEdit):
    """`noticed` says (sentence, tone) what was changed or refused, and says nothing ("") when that is over.

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
        """Write in another size and weight."""
        if role != self._role:
            self._role = role
            self._take_look()

    def set_lines(self, lines: int) -> None:
        """The least height, in lines."""
        self._lines = lines
        self._fit()

    def text(self) -> str:
        """What the field shows."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text from code; there is nothing to undo afterwards."""
        self.setPlainText(text)
        self._space_lines()

    def insert(self, text: str) -> bool:
        """Put text at the cursor as typing or pasting does; whether it was taken."""
        cursor = self.textCursor()
        chosen = len(cursor.selectedText())
        taken = take(text, self._limit - len(self.toPlainText()) + chosen, self._limit, self._clean)
        self._notice(taken.notice, taken.tone)
        if taken.text is None:
            return False
        cursor.insertText(taken.text)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pasting and dropping bring plain text, cleaned."""
        if source.hasText():
            self.insert(source.text())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Only text; files are for the record, and go on to the page around."""
        return source.hasText() and not source.hasUrls()

    def event(self, event: QEvent) -> bool:
        """Every chord that pastes is the field's own before it is an action's; Qt claims Ctrl+V alone."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride or self.isReadOnly():
            return super().event(event)
        if event.matches(QKeySequence.StandardKey.Paste):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A typed letter passes the same gate as a pasted text; Ctrl+Enter is left to the form."""
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
        """What an input method commits is cleaned as well."""
        commit = event.commitString()
        if not commit:
            super().inputMethodEvent(event)
            return
        super().inputMethodEvent(QInputMethodEvent("", []))
        self.insert(commit)
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What only the whole text shows (two typed signs that are one letter) is mended on leaving."""
        super().focusOutEvent(event)
        taken = take(self.text(), self._limit, self._limit, self._clean)
        if taken.text is not None and taken.text != self.text():
            cursor = QTextCursor(self.document())
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(taken.text)
            self._notice(taken.notice, taken.tone)

    def sizeHint(self) -> QSize:
        """The lines that it needs, or its least height."""
        return QSize(tokens_of(self).px(260), self._height())

    def minimumSizeHint(self) -> QSize:
        """At least its least lines."""
        return QSize(80, self._least())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A form lays its fields out in steps: at no height at all a text scrolls, and would not come back."""
        super().resizeEvent(event)
        if event.oldSize().height() < self.fontMetrics().lineSpacing() and self.textCursor().atStart():
            self.verticalScrollBar().setValue(0)

    def changeEvent(self, event: QEvent) -> None:
        """Take the new look on."""
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
        """Set the lines apart; shown texts come without a way back, so this needs none either."""
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
    """What a key writes: no control character, and not that of the Delete key."""
    return event.text() if event.text()[:1] >= " " and event.text() != "\x7f" else ""
