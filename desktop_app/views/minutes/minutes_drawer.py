"""The left pane in a narrow window: a drawer over the paper, opened and closed by F9."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.text.minutes import minutes as words
from desktop_app.views.minutes.minutes_side import WIDTH
from desktop_app.widgets.shell.shortcuts import add_page_action
from desktop_app.widgets.style.ground_frame import GroundFrame
from desktop_app.widgets.style.look import tokens_of

NARROW: Final = 940
"""Below this width of the page the paper would be left too little."""


class SideDrawer(QObject):
    """Takes the pane out of the row of panes, and puts it back when there is room."""

    def __init__(self, writing: QWidget, panes: QHBoxLayout, holder: GroundFrame, handle: QWidget) -> None:
        super().__init__(writing)
        self._writing, self._panes, self._holder, self._handle = writing, panes, holder, handle
        self._narrow = False
        holder.set_sides(False)
        handle.hide()
        writing.installEventFilter(self)
        add_page_action(writing, words.SIDE, "F9", self.toggle)

    def is_narrow(self) -> bool:
        """Whether the pane is a drawer now."""
        return self._narrow

    def is_open(self) -> bool:
        """Whether the pane shows."""
        return self._holder.isVisibleTo(self._writing)

    def toggle(self) -> None:
        """Open the drawer, or close it."""
        if self._narrow:
            self._holder.setVisible(not self.is_open())
            self._place()

    def reveal(self) -> None:
        """Open it where it is a drawer."""
        if self._narrow and not self.is_open():
            self.toggle()

    def close(self) -> None:
        """Close it where it is a drawer."""
        if self._narrow and self.is_open():
            self.toggle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fold or unfold with the width of the page."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        narrow = self._writing.width() < tokens_of(self._writing).px(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            if narrow:
                self._panes.removeWidget(self._holder)
                self._holder.hide()
            else:
                self._panes.addWidget(self._holder)
                self._holder.show()
            self._holder.set_sides(narrow)
            self._handle.setVisible(narrow)
        self._place()

    def _place(self) -> None:
        if self._narrow:
            wide = tokens_of(self._writing).px(WIDTH)
            self._holder.setGeometry(QRect(0, 0, wide, self._writing.height()))
            self._holder.raise_()
