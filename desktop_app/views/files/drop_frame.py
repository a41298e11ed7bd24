"""The frame around what takes the files that are dragged over a page."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.views.files.drop_place import DropPlace
from desktop_app.widgets.style.look import ring, tokens_of
from desktop_app.widgets.style.tokens import RADIUS_ROW

THICKNESS = 3


class DropFrame(QWidget):
    """Lies over the page and takes no press and no drag from it."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setObjectName("dropFrame")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._page = page
        self.hide()

    def show_over(self, place: DropPlace) -> None:
        """Frame a place, as far as it is in sight."""
        part = place.part
        box = (place.box if place.box is not None else part.rect()) & part.visibleRegion().boundingRect()
        corner = box.topLeft() if part is self._page else part.mapTo(self._page, box.topLeft())
        self.setGeometry(QRect(corner, box.size()))
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line of the accent, thicker than that of the keyboard."""
        painter = QPainter(self)
        ring(painter, QRectF(self.rect()), RADIUS_ROW, tokens_of(self).colour("accent"), THICKNESS)
