"""Pictures on white paper, also in dark mode: a page that fits its widget, and a small preview.

A page is drawn at the pixels of its screen. A preview without a picture says so.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.errors import Refused
from desktop_app.widgets.paper.page_canvas import Drawn, to_image
from desktop_app.widgets.style.look import paint_rounded, tokens_of
from desktop_app.widgets.style.tokens import RADIUS_ROW, TextRole
from desktop_app.words.refusals import sentence

SIDE = 112
_AIR = 8


class PicturePreview(QWidget):
    """Shows PNG bytes in their proportions on white."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QImage()
        self._empty = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_picture(self, png: bytes, said: str) -> None:
        """Show a picture; without bytes, the text ``said``, which is also the spoken name."""
        self._picture = QImage.fromData(png) if png else QImage()
        self._empty = said
        self.setAccessibleDescription(said)
        self.update()

    def has_picture(self) -> bool:
        """Whether a picture shows."""
        return not self._picture.isNull()

    def sizeHint(self) -> QSize:
        """Return a square that grows with the text size."""
        return QSize(tokens_of(self).px(SIDE), tokens_of(self).px(SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture in the middle of its paper."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        box = QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_rounded(painter, box, RADIUS_ROW, tokens.colour("surface"), tokens.colour("edge"))
        inner = box.adjusted(1, 1, -1, -1)
        if not self.has_picture():
            paint_rounded(painter, inner, RADIUS_ROW - 1, tokens.colour("sunken"))
            painter.setPen(tokens.colour("quiet"))
            painter.setFont(tokens.font(TextRole.NOTE))
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextForceRightToLeft | Qt.TextFlag.TextWordWrap)
            painter.drawText(inner.adjusted(_AIR, _AIR, -_AIR, -_AIR), flags, self._empty)
            return
        paint_rounded(painter, inner, RADIUS_ROW - 1, QColor(Qt.GlobalColor.white))
        room = inner.adjusted(_AIR, _AIR, -_AIR, -_AIR)
        size = self._picture.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        at = QRectF(0, 0, size.width(), size.height())
        at.moveCenter(room.center())
        painter.drawImage(at, self._picture)


LEAST: Final = 216
"""Pixels, whatever the size of the writing: the form beside it needs the room."""
MOST: Final = 420
"""As wide as letters of a page need to be read; wider would take the page out of sight."""
_TALL: Final = 1.4142


class PagePicture(QWidget):
    """Shows the first page of a document, or an empty sheet with a sentence."""

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
        """Show the first page of ``render``; without one, the text ``said``, which is also the spoken name."""
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
        """The painted picture at screen resolution."""
        return self._drawn

    def sizeHint(self) -> QSize:
        """Return the proportions of the page, or of an upright sheet."""
        return QSize(LEAST, round(LEAST * self._shape()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the page again for the new size."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def event(self, event: QEvent) -> bool:
        """Draw the page again on another screen."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._fit()
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page and its edge."""
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
