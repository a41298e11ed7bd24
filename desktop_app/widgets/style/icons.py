"""Outline icons: one SVG file each, recoloured, drawn as vectors at the resolution of the screen.

What draws them is loaded with the first icon: the first window shows none.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter

from desktop_app.system.paths import is_file

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QPixmap
    from PySide6.QtSvg import QSvgRenderer

STROKE = "1.75"

DIRECTIONAL = frozenset({"send", "log-out", "external-link", "list", "undo-2", "redo-2"})
"""What points along the reading and so is mirrored; a check, clock, magnifier or pen never is.

Chevrons and arrows are named by the side that they point to, and so stay as they are.
"""


class IconMissing(Exception):
    """No icon file has this name."""


class IconSet:
    """Icons of one folder, cached by colour."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._sources: dict[str, str] = {}
        self._renderers: dict[tuple[str, str], QSvgRenderer] = {}

    def paint(self, painter: QPainter, rect: QRectF, name: str, colour: QColor) -> None:
        """Draw an icon into `rect`, in one colour."""
        if not name or self._folder is None:
            return
        renderer = self._renderer(name, colour)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if name in DIRECTIONAL:
            painter.translate(rect.center().x(), 0)
            painter.scale(-1, 1)
            painter.translate(-rect.center().x(), 0)
        renderer.render(painter, rect)
        painter.restore()

    def pixmap(self, name: str, colour: QColor, side: int, ratio: float = 1.0) -> QPixmap:
        """Return an icon as a transparent picture for a pixel ratio."""
        if self._folder is not None:
            # A missing icon must be told before a painter holds the pixmap
            self._renderer(name, colour)
        from PySide6.QtGui import QPixmap

        pixmap = QPixmap(QSize(side, side) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRectF(0, 0, side, side), name, colour)
        painter.end()
        return pixmap

    def icon(self, name: str, colour: QColor, side: int = 18) -> QIcon:
        """Return an icon for menus and actions, at 1, 1.5, 2 and 3 times the size."""
        from PySide6.QtGui import QIcon

        icon = QIcon()
        for ratio in (1.0, 1.5, 2.0, 3.0):
            icon.addPixmap(self.pixmap(name, colour, side, ratio))
        return icon

    def _renderer(self, name: str, colour: QColor) -> QSvgRenderer:
        key = (name, colour.name())
        if key not in self._renderers:
            svg = self._source(name).replace("currentColor", colour.name())
            from PySide6.QtCore import QByteArray
            from PySide6.QtSvg import QSvgRenderer

            self._renderers[key] = QSvgRenderer(QByteArray(svg.encode()))
        return self._renderers[key]

    def _source(self, name: str) -> str:
        if name not in self._sources:
            file = (self._folder or Path()) / f"{name}.svg"
            if not is_file(file):
                raise IconMissing(name)
            text = file.read_text(encoding="utf-8")
            self._sources[name] = text.replace('stroke-width="2"', f'stroke-width="{STROKE}"')
        return self._sources[name]
