"""Choice field: choose one option by typing a part of it in any spelling; the mouse wheel never changes it.

Enter takes the only one that is offered, and a click opens the list. The wheel scrolls the page around.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QCompleter, QLineEdit, QWidget

from desktop_app.widgets.fields.folded_completer import (
    KEY_ROLE,
    FoldedCompleter,
    Option,
    index_of_label,
    matching,
    option_model,
)
from desktop_app.widgets.fields.line_field import TextLine, set_base_direction
from desktop_app.widgets.style.look import set_role, tokens_of
from desktop_app.widgets.style.tokens import TextRole, Tone
from desktop_app.words import widgets as words


class WheelBlocker(QObject):
    """Event filter that keeps the mouse wheel from changing a control."""

    def __init__(self, control: QWidget) -> None:
        super().__init__(control)
        control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass wheel events on to the widget behind the control."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class ChoiceLine(TextLine):
    """Line edit of a choice field; its completer sees each key first."""

    def __init__(self, take_match: Callable[[], bool], open_list: Callable[[], None]) -> None:
        super().__init__()
        self._take_match, self._open_list = take_match, open_list

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the typed option; the next Enter goes to the form. Ctrl+Enter does both."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or self._is_marked():
            super().keyPressEvent(event)
            return
        taken, closed = self._take_match(), self._close_list()
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not taken:
                super().keyPressEvent(event)
        elif closed:
            # What an open list hands over goes no further by itself
            QCoreApplication.postEvent(self, QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the list on a click, but not while text is being selected."""
        super().mouseReleaseEvent(event)
        selecting = self.hasSelectedText() and self.selectedText() != self.text()
        if event.button() == Qt.MouseButton.LeftButton and self.isEnabled() and not selecting:
            self._open_list()

    def _open_popup(self) -> QAbstractItemView | None:
        completer = self.completer()
        popup = completer.popup() if completer is not None else None
        return popup if popup is not None and popup.isVisible() else None

    def _is_marked(self) -> bool:
        popup = self._open_popup()
        return popup is not None and popup.currentIndex().isValid()

    def _close_list(self) -> bool:
        popup = self._open_popup()
        if popup is not None:
            popup.hide()
        return popup is not None


_ENTERED_BY: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)
"""A list that closes and a window that comes back leave the caret where it was; a click opens the list."""
_LIST_KEYS: Final = (Qt.Key.Key_F4, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class ChoiceField(QComboBox):
    """Combo box with a search; empty is allowed, and a text that is no option stays with an error.

    `value_changed` tells the operator's acts only. The accessible name is the label, not the chosen word.
    """

    value_changed = Signal(object)
    noticed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None, *, options: Sequence[Option] = (), placeholder: str = "") -> None:
        super().__init__(parent)
        self._told: str | None = None
        self._offered: tuple[tuple[str, str, str], ...] | None = None
        self.setLineEdit(ChoiceLine(self._take_match, self.showPopup))
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # without the wheel, which scrolls the page and must not take the keyboard from another field
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        line = self._line()
        line.setPlaceholderText(placeholder)
        line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        set_base_direction(line, right_to_left=True)
        line.editingFinished.connect(self.finish)
        line.textEdited.connect(self._typed)
        self.activated.connect(self._activated)
        self.set_options(options)
        set_role(self, TextRole.BODY)

    def set_options(self, options: Sequence[Option]) -> None:
        """Set the options; keep the choice if it is still among them."""
        offered = tuple((one.key, one.label, one.note) for one in options)
        if offered == self._offered:
            # A list that is replaced while its completer answers to Enter would choose by place in another list
            self._show_icons(options)
            return
        self._offered = offered
        before = self.value()
        model = option_model(options, self)
        old = self._line().completer()
        self.blockSignals(True)
        # First, or the combo would give the old completer the new list, and delete the list that it answers from
        self._line().setCompleter(None)  # type: ignore[arg-type]  # the stub forgets that none is allowed
        self.setModel(model)
        completer = FoldedCompleter(model, self)
        # By hand: the combo's own completer would match the plain words
        self._line().setCompleter(completer)
        completer.activated[QModelIndex].connect(self._completed)  # type: ignore[index]
        self.blockSignals(False)
        if isinstance(old, FoldedCompleter):
            old.disconnect_line()
        self.set_value(before)

    def value(self) -> str | None:
        """The key of the chosen option; None when nothing valid is chosen."""
        place = self.currentIndex()
        if place < 0 or self.currentText() != self.itemText(place):
            return None
        return str(self.itemData(place, KEY_ROLE))

    def set_value(self, key: str | None) -> None:
        """Choose an option from code, without a signal."""
        place = self.findData(key, KEY_ROLE) if key is not None else -1
        self.blockSignals(True)
        self.setCurrentIndex(place)
        if place < 0:
            self.clearEditText()
        self.blockSignals(False)
        # A name that is wider than its field shows its beginning
        self._line().setCursorPosition(0)
        self._told = self.value()

    def set_placeholder(self, text: str) -> None:
        """Set the text of the empty field."""
        self._line().setPlaceholderText(text)

    def has_error(self) -> bool:
        """Whether the text is not an option."""
        return bool(self.currentText().strip()) and self.value() is None

    def finish(self) -> None:
        """Finish the input: choose the option typed in any spelling; show an error for another text and keep it."""
        text = self.currentText().strip()
        if not text:
            self.setCurrentIndex(-1)
        elif self.value() is None:
            place = index_of_label(self._options(), text)
            if place >= 0:
                self.setCurrentIndex(place)
        if not self._line().hasFocus():
            self._line().setCursorPosition(0)
        if self.has_error():
            self.noticed.emit(self._refusal(text), Tone.DANGER.value)
        else:
            self.noticed.emit("", Tone.NEUTRAL.value)
        self._tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, so that typing replaces the choice."""
        super().focusInEvent(event)
        if event.reason() in _ENTERED_BY:
            self._line().selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list on F4 and arrow keys, so that nothing is chosen unseen."""
        if event.key() in _LIST_KEYS:
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def showPopup(self) -> None:
        """Open the whole list with the chosen option marked; typing narrows it."""
        completer = self._line().completer()
        if not isinstance(completer, FoldedCompleter):
            return
        chosen = self.currentIndex() if self.value() is not None else -1
        completer.offer_all()
        if chosen >= 0:
            completer.mark(chosen)
            self._line().selectAll()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ignore the wheel, so that scrolling a page changes nothing."""
        event.ignore()

    def setAccessibleName(self, name: str) -> None:
        """Set the name on the list and on the line inside it."""
        super().setAccessibleName(name)
        self._line().setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """Set the description on the list and on the line inside it."""
        super().setAccessibleDescription(description)
        self._line().setAccessibleDescription(description)

    def sizeHint(self) -> QSize:
        """Wide enough for most names."""
        return QSize(max(tokens_of(self).px(220), super().sizeHint().width()), super().sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Apply the new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            set_role(self, TextRole.BODY)

    def completer_of_line(self) -> QCompleter:
        """The completer of the line."""
        return self._line().completer()

    def _line(self) -> QLineEdit:
        line = self.lineEdit()
        if line is None:
            raise TypeError("an editable combo has a line")
        return line

    def _show_icons(self, options: Sequence[Option]) -> None:
        self.blockSignals(True)
        for place, option in enumerate(options):
            if option.icon is not None:
                self.setItemIcon(place, option.icon)
        self.blockSignals(False)

    def _options(self) -> QStandardItemModel:
        model = self.model()
        if not isinstance(model, QStandardItemModel):
            raise TypeError("a choice offers items")
        return model

    def _take_match(self) -> bool:
        """Choose the only option that matches the typed part; return whether there is one."""
        text = self.currentText().strip()
        if not text or self.value() is not None or index_of_label(self._options(), text) >= 0:
            return False
        places = matching(self._options(), text)
        if len(places) != 1:
            return False
        self.setCurrentIndex(places[0])
        self.finish()
        return True

    def _refusal(self, text: str) -> str:
        return words.not_in_list(text) if not matching(self._options(), text) else words.several_in_list(text)

    def _typed(self) -> None:
        self.noticed.emit("", Tone.NEUTRAL.value)

    def _completed(self, index: QModelIndex) -> None:
        place = self.findData(index.data(KEY_ROLE), KEY_ROLE)
        self.setCurrentIndex(place)
        self.finish()

    def _activated(self, _place: int) -> None:
        self.finish()

    def _tell(self) -> None:
        value = self.value()
        if value != self._told:
            self._told = value
            self.value_changed.emit(value)
