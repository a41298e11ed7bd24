"""One page of paper at a fixed small size, drawn at the pixels of its screen; white in the dark, too."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.widgets.look import tokens_of
from desktop_app.widgets.page_canvas import PageImage, Render, to_image
from desktop_app.widgets.tokens import TextRole

WIDTH = 216
"""Pixels, whatever the size of the writing: the form beside it needs the room."""
_TALL = 1.4142


class PagePicture(QWidget):
    """Shows the first page of a document; a shape of paper with a sentence while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = QImage()
        self._said = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_page(self, render: Render | None, said: str) -> None:
        """The first page of ``render``, or none; ``said`` is read aloud, and written where there is no page."""
        ratio = self.devicePixelRatioF()
        self._page = QImage()
        if render is not None:
            page: PageImage = render(0, round(self.sizeHint().width() * ratio))
            self._page = to_image(page)
            self._page.setDevicePixelRatio(ratio)
        self._said = said
        self.setAccessibleDescription(said)
        self.update()

    def has_page(self) -> bool:
        """Whether a page shows."""
        return not self._page.isNull()

    def sizeHint(self) -> QSize:
        """A sheet that stands upright."""
        return QSize(WIDTH, round(WIDTH * _TALL))

    def minimumSizeHint(self) -> QSize:
        """The same: a page is not squeezed."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The page over a hairline."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        width = self.width()
        tall = round(self._page.height() / self._page.devicePixelRatio()) if self.has_page() else self.height()
        painter.fillRect(0, 0, width, tall, tokens.colour("edge"))
        painter.fillRect(1, 1, width - 2, tall - 2, QColor(Qt.GlobalColor.white))
        if self.has_page():
            painter.setClipRect(1, 1, width - 2, tall - 2)
            painter.drawImage(0, 0, self._page)
            return
        painter.fillRect(1, 1, width - 2, tall - 2, tokens.colour("sunken"))
        painter.setPen(tokens.colour("quiet"))
        painter.setFont(tokens.font(TextRole.NOTE))
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextForceRightToLeft | Qt.TextFlag.TextWordWrap)
        painter.drawText(QRectF(self.rect()).adjusted(12, 12, -12, -12), flags, self._said)
