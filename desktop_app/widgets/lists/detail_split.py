"""Split view: a list and the record's details; in a narrow window the details become a drawer.

A drawer in a low window is opened for a look, and the list gives way to it: none of its columns lies beneath. Only
where the list would be left too little it lies over the list.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSplitter, QVBoxLayout, QWidget

from desktop_app.widgets.shell.card import CardFrame
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import GAP_CARD

WIDTH: Final = 390
NARROWEST: Final = 340
WIDEST: Final = 520
ROOM: Final = 1100
"""Below this width the list would be left too little."""
TALL: Final = 640
"""Below this height the window is a small one, and the list keeps its whole width while no detail is asked for."""


class DetailSplit(QWidget):
    """List at the right, details at the left. `opened` carries whether the details are shown."""

    opened = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(GAP_CARD + 4)
        # from right to left a splitter lays its panes one pixel past its own right edge
        self._splitter.setContentsMargins(0, 0, 1, 0)
        self._splitter.splitterMoved.connect(lambda *_moved: self._pulled())
        self._holder = CardFrame()
        self._holder.setObjectName("detailHolder")
        self._inside = QVBoxLayout(self._holder)
        self._inside.setContentsMargins(1, 1, 1, 1)
        self._holder.hide()
        self._detail: QWidget | None = None
        self._wanted = WIDTH
        self._narrow = False
        self._covered = False
        """A drawer lies over the list, which keeps its width."""
        self._open = True
        self._vacant = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._around = QVBoxLayout(self)
        self._around.setContentsMargins(0, 0, 0, 0)
        self._around.addWidget(self._splitter)

    def set_list(self, widget: QWidget) -> None:
        """Set the list."""
        self._splitter.insertWidget(0, widget)
        self._splitter.setStretchFactor(0, 1)

    def set_detail(self, widget: QWidget) -> None:
        """Set the details; without them only the list is shown."""
        self._detail = widget
        self._inside.addWidget(widget)
        self._holder.setMinimumWidth(tokens_of(self).px(NARROWEST))
        self._narrow, self._covered = self._is_small(), self._is_covered()
        self._open = not self._narrow
        self._settle()

    def detail(self) -> QWidget | None:
        """The details widget, or None."""
        return self._detail

    def is_narrow(self) -> bool:
        """Whether the details are a drawer now."""
        return self._narrow

    def is_open(self) -> bool:
        """Whether the details are shown."""
        return self._detail is not None and self._open and not self._vacant

    def set_open(self, open_: bool) -> None:
        """Show or hide the details."""
        if self._detail is not None and open_ != self._open:
            self._open = open_
            self._settle()

    def set_vacant(self, vacant: bool) -> None:
        """Give the list the whole width while no record is selected."""
        if vacant != self._vacant:
            self._vacant = vacant
            if self._detail is not None:
                self._settle()

    def width_of_detail(self) -> int:
        """The width of the details that the operator set."""
        return self._wanted

    def set_width_of_detail(self, width: int) -> None:
        """Set the width of the details, within limits."""
        self._wanted = max(NARROWEST, min(WIDEST, width))
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Switch between split and drawer."""
        super().resizeEvent(event)
        if self._detail is None:
            return
        small, covered = self._is_small(), self._is_covered()
        if small != self._narrow:
            self._narrow, self._covered = small, covered
            self._open = self._stays_open(small)
            self._settle()
        elif covered != self._covered:
            self._covered = covered
            self._settle()
        else:
            self._share()

    def _pulled(self) -> None:
        # only what was pulled is remembered: large writing makes the pane wider than it is wanted
        self._wanted = self._holder.width()

    def _is_small(self) -> bool:
        return self._is_covered() or self.height() < TALL

    def _is_covered(self) -> bool:
        """Whether the details leave too little room for the list."""
        return self.width() < tokens_of(self).px(ROOM) - 56

    def _stays_open(self, small: bool) -> bool:
        """Whether the details stay as they are: there is room, or they are open and leave the list enough."""
        return not small or (self._open and not self._is_covered())

    def _settle(self) -> None:
        if self._narrow:
            self._holder.setParent(self)
        elif self._splitter.indexOf(self._holder) < 0:
            self._splitter.addWidget(self._holder)
            self._splitter.setStretchFactor(1, 0)
        shows = self._open and not self._vacant
        self._holder.setVisible(shows)
        self._share()
        self.opened.emit(shows and not self._covered)

    def _share(self) -> None:
        drawer = self._narrow and self.is_open()
        wide = max(tokens_of(self).px(NARROWEST), self._wanted)
        room = min(max(wide, WIDTH), self.width() - 48)
        beside = room + self._splitter.handleWidth() if drawer and not self._covered else 0
        self._around.setContentsMargins(beside, 0, 0, 0)
        if drawer:
            self._holder.setGeometry(QRect(0, 0, room, self.height()))
            self._holder.raise_()
        elif self.is_open():
            self._splitter.setSizes([max(1, self.width() - wide - self._splitter.handleWidth()), wide])
