"""Detail of the chosen record beside its list, or over it as a drawer: opened, entered and left by keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_app.tables.window_model import WindowModel
from desktop_app.text.shared import lists as words
from desktop_app.widgets.lists.detail_split import DetailSplit
from desktop_app.widgets.shell.page import Page
from desktop_app.widgets.shell.shortcuts import add_page_action


class DetailBeside(QObject):
    """The keyboard goes into the detail only while the list has a row."""

    def __init__(self, page: Page, split: DetailSplit, model: WindowModel[Any], settle: Callable[[bool], None]) -> None:
        super().__init__(page)
        self._page, self._split, self._model, self._settle = page, split, model, settle
        split.opened.connect(settle)
        settle(False)

    def set_widget(self, widget: QWidget) -> None:
        """What shows of the chosen record. It needs nothing but the keyboard."""
        self._split.set_detail(widget)
        self._settle(self._split.is_open() and not self._split.is_narrow())
        add_page_action(self._page, words.DETAIL, "F9", self.toggle)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), widget)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.leave)

    def toggle(self) -> None:
        """Open the detail and go there, or close it."""
        if self._split.is_open():
            self._split.set_open(False)
            self._page.focus_list()
        else:
            self.enter()

    def enter(self) -> None:
        """Give the keyboard to the detail, opened where it was not."""
        detail = self._split.detail()
        if detail is not None and self._model.count():
            self._split.set_open(True)
            detail.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Back to the list; a drawer closes."""
        if self._split.is_narrow():
            self._split.set_open(False)
        self._page.focus_list()
