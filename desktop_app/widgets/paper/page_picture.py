"""One page of paper as large as its place allows, drawn at the pixels of its screen; white in the dark, too."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.errors import Refused
from desktop_app.text.shared.refusals import sentence
from desktop_app.widgets.paper.page_canvas import Drawn, to_image
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import TextRole

LEAST: Final = 216
"""Pixels, whatever the size of the writing: the form beside it needs the room."""
MOST: Final = 420
"""As wide as letters of a page need to be read; wider would take the page out of sight."""
_TALL: Final = 1.4142


class PagePicture(QWidget):
    """Shows the first page of a document; a shape of paper with a sentence while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = QImage()
        self._drawn = QImage()
        self._said = ""
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(MOST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._keep_shape()

    def show_page(self, render: Drawn | None, said: str) -> None:
        """The first page of ``render``, or none; ``said`` is read aloud, and written where there is no page."""
        self._page = QImage()
        if render is not None:
            # the document is let go at once, so the largest is kept and made smaller where there is less room
            try:
                self._page = to_image(render(0, round(MOST * self.devicePixelRatioF())))
            except Refused as refused:
                said = sentence(refused)
        self._said = said
        self.setAccessibleDescription(said)
        self._fit()
        self.update()

    def has_page(self) -> bool:
        """Whether a page shows."""
        return not self._page.isNull()

    def picture(self) -> QImage:
        """What is painted, at the pixels of the screen."""
        return self._drawn

    def sizeHint(self) -> QSize:
        """A sheet that stands upright, or the shape of the page that shows."""
        return QSize(LEAST, round(LEAST * self._shape()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page is drawn anew for the room there is."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def event(self, event: QEvent) -> bool:
        """On another screen it has other pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._fit()
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The page over a hairline."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        sheet = self.rect()
        inside = sheet.adjusted(1, 1, -1, -1)
        painter.fillRect(sheet, tokens.colour("edge"))
        painter.fillRect(inside, QColor(Qt.GlobalColor.white))
        if self.has_page():
            painter.setClipRect(inside)
            painter.drawImage(0, 0, self._drawn)
            return
        painter.fillRect(inside, tokens.colour("sunken"))
        painter.setPen(tokens.colour("quiet"))
        painter.setFont(tokens.font(TextRole.NOTE))
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextForceRightToLeft | Qt.TextFlag.TextWordWrap)
        painter.drawText(QRectF(sheet).adjusted(12, 12, -12, -12), flags, self._said)

    # ---- inside

    def _shape(self) -> float:
        return self._page.height() / self._page.width() if self.has_page() else _TALL

    def _keep_shape(self) -> None:
        self.setFixedHeight(round(max(LEAST, min(self.width(), MOST)) * self._shape()))

    def _fit(self) -> None:
        self._keep_shape()
        ratio = self.devicePixelRatioF()
        width = round(self.width() * ratio)
        smooth = Qt.TransformationMode.SmoothTransformation
        self._drawn = self._page.scaledToWidth(width, smooth) if self.has_page() else QImage()
        self._drawn.setDevicePixelRatio(ratio)
