"""A small picture on white paper, or the sentence that there is none."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.widgets.style.look import rounded, tokens_of
from desktop_app.widgets.style.tokens import RADIUS_ROW, TextRole

SIDE = 112
_AIR = 8


class PicturePreview(QWidget):
    """Shows PNG bytes in their proportions; paper stays white in the dark, too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QImage()
        self._empty = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_picture(self, png: bytes, said: str) -> None:
        """Show a picture, or none for no bytes; ``said`` is read aloud, and written where there is no picture."""
        self._picture = QImage.fromData(png) if png else QImage()
        self._empty = said
        self.setAccessibleDescription(said)
        self.update()

    def has_picture(self) -> bool:
        """Whether a picture shows."""
        return not self._picture.isNull()

    def sizeHint(self) -> QSize:
        """A square that grows with the writing."""
        return QSize(tokens_of(self).px(SIDE), tokens_of(self).px(SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture in the middle of its paper."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        box = QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        rounded(painter, box, RADIUS_ROW, tokens.colour("surface"), tokens.colour("edge"))
        inner = box.adjusted(1, 1, -1, -1)
        if not self.has_picture():
            rounded(painter, inner, RADIUS_ROW - 1, tokens.colour("sunken"))
            painter.setPen(tokens.colour("quiet"))
            painter.setFont(tokens.font(TextRole.NOTE))
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextForceRightToLeft | Qt.TextFlag.TextWordWrap)
            painter.drawText(inner.adjusted(_AIR, _AIR, -_AIR, -_AIR), flags, self._empty)
            return
        rounded(painter, inner, RADIUS_ROW - 1, QColor(Qt.GlobalColor.white))
        room = inner.adjusted(_AIR, _AIR, -_AIR, -_AIR)
        size = self._picture.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        at = QRectF(0, 0, size.width(), size.height())
        at.moveCenter(room.center())
        painter.drawImage(at, self._picture)
