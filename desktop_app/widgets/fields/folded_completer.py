"""Finding in a list whatever the spelling: both sides are folded before they are compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from desktop_app.domain.text.folding import Form, fold
from desktop_app.widgets.controls.held_keys import held_keys
from desktop_app.widgets.fields.offered_list import MOST_ROWS, OfferedList

KEY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
FOLDED_ROLE = int(Qt.ItemDataRole.UserRole) + 2


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: its key, its word, a quiet addition that is searched too, and an icon."""

    key: str
    label: str
    note: str = ""
    icon: QIcon | None = None


def folded(text: str) -> str:
    """The form that is compared."""
    return fold(text, Form.SQUEEZED)


def matching(model: QStandardItemModel, text: str) -> list[int]:
    """The places of the options that are offered for a typed text."""
    wanted = folded(text)
    return [place for place in range(model.rowCount()) if wanted in str(model.item(place).data(FOLDED_ROLE))]


def place_of(model: QStandardItemModel, text: str) -> int:
    """The place of the only option of this name, in any spelling; -1 where there is none, or several."""
    wanted = folded(text)
    hits = [place for place in range(model.rowCount()) if folded(model.item(place).text()) == wanted]
    return hits[0] if len(hits) == 1 else -1


def option_model(options: Sequence[Option], parent: QObject) -> QStandardItemModel:
    """The options as items with their keys and folded words."""
    model = QStandardItemModel(parent)
    for option in options:
        item = QStandardItem(option.label)
        item.setData(option.key, KEY_ROLE)
        item.setData(folded(f"{option.label} {option.note}"), FOLDED_ROLE)
        item.setToolTip(option.note)
        item.setEditable(False)
        if option.icon is not None:
            item.setIcon(option.icon)
        model.appendRow(item)
    return model


class FoldedCompleter(QCompleter):
    """Offers each item that contains what is typed, compared without regard to spelling."""

    def __init__(self, model: QStandardItemModel, field: QWidget) -> None:
        super().__init__(model, field)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompletionRole(FOLDED_ROLE)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setMaxVisibleItems(MOST_ROWS)
        offered = OfferedList()
        self.setPopup(offered)
        offered.belong_to(field)

    def offer_all(self) -> None:
        """Open the whole list, whatever is typed."""
        self.setCompletionPrefix("")
        self.complete()

    def mark(self, place: int) -> None:
        """Mark one of the whole list."""
        popup = self.popup()
        if popup is not None and popup.isVisible():
            popup.setCurrentIndex(self.completionModel().index(place, 0))

    def let_go(self) -> None:
        """Answer no more: another completer is in this one's place."""
        self.blockSignals(True)
        popup = self.popup()
        if popup is not None:
            popup.hide()
            # A list that dies with the line as its proxy takes the keyboard away from the line
            popup.setFocusProxy(None)  # type: ignore[arg-type]  # the stub does not know that None takes it away
        self.deleteLater()

    def splitPath(self, path: str) -> list[str]:
        """What is typed, folded."""
        return [folded(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """What is put into the field: the word itself."""
        return str(index.data(int(Qt.ItemDataRole.DisplayRole)))


class _OnlyOffer(QObject):
    """Enter takes what alone is offered, and the next Enter is the form's; Esc or Tab before keeps what is typed."""

    def __init__(self, completer: FoldedCompleter, line: QLineEdit, take: Callable[[str], None]) -> None:
        super().__init__(completer)
        self._completer, self._line, self._take = completer, line, take
        for part in (completer.popup(), line):
            if part is not None:
                part.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The open list is asked before it and its completer answer; a marked row is theirs."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        popup, found = self._completer.popup(), self._completer.completionModel()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held_keys(event)
        if popup is None or not enter or not popup.isVisible() or popup.currentIndex().isValid():
            return False
        only = str(found.index(0, 0).data())
        if found.rowCount() != 1 or self._line.text() == only:
            return False
        popup.hide()
        self._take(only)
        return True


def suggest(line: QLineEdit, options: Sequence[Option]) -> None:
    """Offer these beneath a line whose text stays free; a form hears of what is taken as of any typing."""
    completer = FoldedCompleter(option_model(options, line), line)
    line.setCompleter(completer)

    def take(text: str) -> None:
        line.setText(text)
        line.textEdited.emit(text)

    _OnlyOffer(completer, line, take)
    completer.activated[str].connect(take)  # type: ignore[index]
