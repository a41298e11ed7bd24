"""The first line of a page: what needs a person, each part a way to what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.widgets.controls.link import Link
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.shell.flow_layout import FlowLayout
from desktop_app.widgets.style.tokens import Ink, TextRole

GAP = 14


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that waits; with a ``view`` it leads there."""

    text: str
    view: str = ""


class NeedsLine(QWidget):
    """Plain words, or links to the views that they count."""

    view_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[QWidget] = []
        self._needs: tuple[Need, ...] = ()
        self._flow = FlowLayout(self, gap=GAP)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_needs(self, needs: Sequence[Need]) -> None:
        """Say them; nothing to say hides the line. What is said already keeps its place, and the keyboard."""
        if tuple(needs) == self._needs:
            return
        self._needs = tuple(needs)
        for part in self._parts:
            self._flow.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = [self._part(need) for need in needs]
        for part in self._parts:
            self._flow.addWidget(part)
            part.show()
        self.setVisible(bool(needs))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All on one line; a layout takes the height of this for the least there is."""
        whole = sum(part.sizeHint().width() + GAP for part in self._parts)
        return QSize(whole, self._flow.heightForWidth(whole))

    def minimumSizeHint(self) -> QSize:
        """Two lines at most."""
        width = max(self._flow.minimumSize().width(), round(self.sizeHint().width() * 0.6))
        return QSize(width, self._flow.heightForWidth(width))

    def text(self) -> str:
        """All of it."""
        return " ".join(need.text for need in self._needs)

    def _part(self, need: Need) -> QWidget:
        if not need.view:
            return TextLabel(self, text=need.text, role=TextRole.SECOND, ink=Ink.SECOND)
        link = Link(self, text=need.text, role=TextRole.SECOND)
        link.setObjectName(f"need_{need.view}")
        link.clicked.connect(lambda _on=False, view=need.view: self.view_requested.emit(view))
        return link
