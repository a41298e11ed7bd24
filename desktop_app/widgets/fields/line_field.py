"""One-line fields: for text, for numbers in Persian digits, and for searching a list.

Text keeps to the right edge whatever it begins with. Dragged files pass on to the widget around, for Qt's own line
types their paths. In a row of fields the label is at the head of the column and a refusal beneath the field.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.domain.rules.typed_text import FIELD_LIMIT
from desktop_app.widgets.fields.drafted import Clean, clean_figures, clean_insertion, clean_line
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.style.look import icons_of, set_role, tokens_of
from desktop_app.widgets.style.tokens import ICON_ROW, TextRole, Tone


class TextLine(QLineEdit):
    """Line edit that refuses dropped files, which Qt would insert as text."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept dragged text."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Accept dragged text."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragMoveEvent(event)


def show_beginning(line: QLineEdit, text: str) -> None:
    """Set the text of a line from code and scroll to its beginning."""
    line.setText(text)
    line.setCursorPosition(0)


class RowField(Field):
    """Field in a table row: a name for screen readers, no visible label."""

    def __init__(self, name: str, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent, label=name, editor=editor)
        self._label.setVisible(False)
        editor.setAccessibleName(name)


_NEVER_CUT = 2**24
"""Qt cuts a long paste silently at its own limit; ours is refused aloud instead."""


def set_base_direction(line: QLineEdit, *, right_to_left: bool) -> None:
    """Fix the base direction of a line, which Qt takes from the first typed letter.

    The only door to it is the direction key that some keyboards have.
    """
    key = Qt.Key.Key_Direction_R if right_to_left else Qt.Key.Key_Direction_L
    # The plain line's own answer: a field of ours may not be whole yet
    QLineEdit.keyPressEvent(line, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))


class LineField(TextLine):
    """`latin` fields (e-mail, phone) are left-to-right; `noticed` is emitted as in the text area."""

    noticed = Signal(str, str)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        clean: Clean = clean_line,
        limit: int = FIELD_LIMIT,
        latin: bool = False,
        placeholder: str = "",
    ) -> None:
        super().__init__(parent)
        self._clean, self._limit = clean, limit
        self._before = ""
        self._soiled: list[str] = []
        self._noticed = False
        self.setMaxLength(_NEVER_CUT)
        self.setPlaceholderText(placeholder)
        self.set_latin(latin)
        self.textEdited.connect(self._gate)
        self.textChanged.connect(self._remember)
        set_role(self, TextRole.BODY)

    def set_latin(self, latin: bool) -> None:
        """Make the field left-to-right, for values that are never Persian."""
        edge = Qt.AlignmentFlag.AlignLeft if latin else Qt.AlignmentFlag.AlignRight
        self.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight if latin else Qt.LayoutDirection.RightToLeft)
        set_base_direction(self, right_to_left=not latin)

    def set_text(self, text: str) -> None:
        """Set the text from code."""
        self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clean typed and pasted text before it is inserted, so that undo has only clean text."""
        held = event.modifiers()
        control = held & Qt.KeyboardModifier.ControlModifier and not held & Qt.KeyboardModifier.AltModifier
        typed = event.text() if event.text()[:1] >= " " and event.text() != "\x7f" else ""
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._put(QGuiApplication.clipboard().text())
        elif typed and not control:
            self._put(typed)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Apply the new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            set_role(self, TextRole.BODY)

    def _put(self, text: str) -> None:
        room = self._limit - len(self.text()) + len(self.selectedText())
        taken = clean_insertion(text, room, self._limit, self._clean)
        if taken.text is not None:
            self.insert(taken.text)
            self._before = self.text()
            # Code put it there for the operator: a form must hear of it as of any typing
            self.textEdited.emit(self.text())
        self._notice(taken.notice, taken.tone)

    def _gate(self, text: str) -> None:
        """Clean text that came by menu, mouse or input method."""
        if text == self._before:
            return
        if text in self._soiled and self.isUndoAvailable():
            self.undo()
            return
        taken = clean_insertion(text, self._limit, self._limit, self._clean)
        if taken.text is None:
            before, caret = self._before, self.cursorPosition() - (len(text) - len(self._before))
            self._replace(before, max(0, caret))
        elif taken.text != text:
            self._soiled.append(text)
            self._replace(taken.text, len(self._clean(text[: self.cursorPosition()]).text))
        else:
            self._before = text
        self._notice(taken.notice, taken.tone)

    def _replace(self, text: str, caret: int) -> None:
        # Through the line's own editing, so that undo still knows the way back
        self.selectAll()
        self.insert(text)
        self.setCursorPosition(caret)
        self._before = text

    def _remember(self, text: str) -> None:
        if not self.isModified():
            self._before = text

    def _notice(self, sentence: str, tone: Tone) -> None:
        if sentence or self._noticed:
            self._noticed = bool(sentence)
            self.noticed.emit(sentence, tone.value)


class FigureField(LineField):
    """Number field; invalid text stays and is refused by the reader of the number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, clean=clean_figures)


EDGE, INNER = 10, 6
WIDTH = 276
HINT_AT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


class SearchField(LineField):
    """Search field with an icon."""

    def __init__(self, parent: QWidget | None = None, *, hint: str = "") -> None:
        super().__init__(parent)
        self._hint = hint
        self._wide = WIDTH
        self._make_room()

    def set_wide(self, pixels: int) -> None:
        """Set the width at 100 % scale."""
        self._wide = pixels
        self._make_room()

    def set_hint(self, keys: str) -> None:
        """Show the shortcut in Latin letters."""
        self._hint = keys
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Update the icon's room when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, the magnifier and the shortcut."""
        super().paintEvent(event)
        tokens = tokens_of(self)
        painter = QPainter(self)
        side = tokens.px(ICON_ROW)
        box = QRectF(self.width() - EDGE - side, (self.height() - side) / 2, side, side)
        icons_of(self).paint(painter, box, "search", tokens.colour("second"))
        if self._hint and not self.text() and not self.hasFocus():
            painter.setFont(tokens.font(TextRole.HINT))
            painter.setPen(tokens.colour("quiet"))
            painter.drawText(QRect(EDGE, 0, self.width() - 2 * EDGE, self.height()), HINT_AT, self._hint)

    def _make_room(self) -> None:
        tokens = tokens_of(self)
        self.setFixedWidth(tokens.px(self._wide))
        self.setTextMargins(0, 0, tokens.px(ICON_ROW) + INNER, 0)
