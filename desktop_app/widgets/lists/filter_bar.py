"""Filter bar of a list: removable chips and a menu to add one; folded in a narrow window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from desktop_app.domain.read_models.listing import Filter
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.lists.chip_list import Chip
from desktop_app.widgets.shell.menu_position import open_at
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP
from desktop_app.words import widgets as words


@dataclass(frozen=True, slots=True)
class FilterOption:
    """One value of a filter, with its word."""

    value: str
    label: str


Options = Callable[[], Sequence[FilterOption]]
"""What a filter may have now; asked whenever it is shown, for it changes with the records."""


@dataclass(frozen=True, slots=True)
class FilterSpec:
    """One filter: key, name and options."""

    key: str
    name: str
    options: Options
    single: bool = False
    """Of its values only one can be at work, as with a deadline."""
    named: Callable[[str], str] = str
    """The word of a value that is not offered now."""

    def name_with_post(self, value: str) -> str:
        """Return the word of a value, or the value itself if it is unknown."""
        return next((one.label for one in self.options() if one.value == value), "") or self.named(value)


class FilterBar(QWidget):
    """`filters_changed` carries all active filters; emitted only for the operator's changes."""

    filters_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._specs: dict[str, FilterSpec] = {}
        self._filters: tuple[Filter, ...] = ()
        self._chips: list[Chip] = []
        self._menu = QMenu(self)
        self._folded = Button(kind=ButtonKind.OUTLINED, icon="filter", compact=True)
        self._folded.setObjectName("foldedFilters")
        self._folded.clicked.connect(self._open_folded)
        self._folded.hide()
        self._add = Button(text=words.ADD_FILTER, kind=ButtonKind.QUIET, icon="plus", compact=True)
        self._add.setObjectName("addFilter")
        self._add.setAccessibleName(words.ADD_FILTER_NAME)
        self._add.clicked.connect(self.open_menu)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(GAP)
        self._line.addWidget(self._folded)
        self._line.addWidget(self._add)
        self._line.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def set_specs(self, specs: Sequence[FilterSpec]) -> None:
        """Set the available filters; without any the bar is hidden."""
        self._specs = {one.key: one for one in specs}
        self.setVisible(bool(specs))

    def filters(self) -> tuple[Filter, ...]:
        """The active filters."""
        return self._filters

    def set_filters(self, filters: Sequence[Filter]) -> None:
        """Set the active filters from code, without a signal."""
        if tuple(filters) != self._filters:
            self._filters = tuple(filters)
            self._rebuild()

    def filter_texts(self) -> tuple[tuple[str, str], ...]:
        """Name and word of every active filter."""
        return tuple(
            (self._specs[one.key].name, self._specs[one.key].name_with_post(one.value)) for one in self._known()
        )

    def chips(self) -> list[Chip]:
        """The chips from the right."""
        return list(self._chips)

    def is_folded(self) -> bool:
        """Whether a count replaces the chips."""
        return self._folded.isVisibleTo(self)

    def toggle(self, wanted: Filter) -> None:
        """Add or remove a filter as the operator does."""
        if wanted in self._filters:
            self._take(tuple(one for one in self._filters if one != wanted))
        elif self._specs[wanted.key].single:
            self._take((*(one for one in self._filters if one.key != wanted.key), wanted))
        else:
            self._take((*self._filters, wanted))

    def clear(self) -> None:
        """Remove all filters as the operator does."""
        if self._filters:
            self._take(())

    def open_menu(self) -> None:
        """Open the menu of filters below its button."""
        if self._specs:
            open_at(self.menu(), self._add)

    def menu(self) -> QMenu:
        """Return the menu: a submenu for each filter, active values checked."""
        self._menu.clear()
        for spec in self._specs.values():
            inner = self._menu.addMenu(spec.name)
            for option in spec.options():
                one = Filter(spec.key, option.value)
                action = inner.addAction(option.label)
                action.setCheckable(True)
                action.setChecked(one in self._filters)
                action.triggered.connect(lambda _on=False, one=one: self.toggle(one))
            inner.setEnabled(bool(inner.actions()))
        if self._filters:
            self._menu.addSeparator()
            self._menu.addAction(words.CLEAR_FILTERS).triggered.connect(self.clear)
        return self._menu

    def folded_menu(self) -> QMenu:
        """Return the chips as a menu; choosing one removes it."""
        self._menu.clear()
        for one, (name, label) in zip(self._known(), self.filter_texts(), strict=True):
            action = self._menu.addAction(words.remove_chip(f"{name}: {label}"))
            action.triggered.connect(lambda _on=False, one=one: self.toggle(one))
        self._menu.addSeparator()
        self._menu.addAction(words.CLEAR_FILTERS).triggered.connect(self.clear)
        return self._menu

    def sizeHint(self) -> QSize:
        """Return the width of all parts."""
        return QSize(self._need(folded=False), self._line.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the width of the folded parts."""
        return QSize(self._need(folded=True), self._line.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold for the new width."""
        super().resizeEvent(event)
        self._fold()

    def _known(self) -> tuple[Filter, ...]:
        return tuple(one for one in self._filters if one.key in self._specs)

    def _take(self, filters: tuple[Filter, ...]) -> None:
        inside = any(one.hasFocus() for one in (*self._chips, self._folded))
        place = next((at for at, one in enumerate(self._chips) if one.hasFocus()), 0)
        self._filters = filters
        self._rebuild()
        if inside:
            near = self._chips[min(place, len(self._chips) - 1)] if self._chips and not self.is_folded() else self._add
            near.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filters_changed.emit(self._filters)

    def _rebuild(self) -> None:
        for chip in self._chips:
            self._line.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for place, (one, (name, label)) in enumerate(zip(self._known(), self.filter_texts(), strict=True)):
            chip = Chip(self, text=label, name=name, accent=True)
            chip.setObjectName(f"filter_{one.key}_{one.value}")
            chip.removed.connect(lambda one=one: self.toggle(one))
            chip.walked.connect(lambda step, place=place: self._walk(place + step))
            self._chips.append(chip)
            self._line.insertWidget(place, chip)
            chip.show()
        self._folded.setText(words.filters(len(self._chips)))
        self._folded.setAccessibleName(words.filters(len(self._chips)))
        self._fold()
        self.updateGeometry()

    def _walk(self, place: int) -> None:
        row = [*self._chips, self._add]
        row[max(0, min(place, len(row) - 1))].setFocus(Qt.FocusReason.TabFocusReason)

    def _need(self, *, folded: bool) -> int:
        shown = [self._folded] if folded and self._chips else self._chips
        return sum(one.sizeHint().width() + GAP for one in shown) + self._add.sizeHint().width()

    def _fold(self) -> None:
        narrow = bool(self._chips) and self._need(folded=False) > self.width()
        for chip in self._chips:
            chip.setVisible(not narrow)
        self._folded.setVisible(narrow)

    def _open_folded(self) -> None:
        open_at(self.folded_menu(), self._folded)
