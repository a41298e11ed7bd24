"""Reading of chosen files off the window's thread: their pages, with the pictures decoded where nobody waits."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from desktop_app.controllers.scans.scan_port import ScanPort
from desktop_app.domain.read_models.scans import ChosenFile, ReadPage, ScanReading
from desktop_app.services.context import Context
from desktop_app.services.scans.scan_reading import read_scan
from desktop_app.text.papers import scan_import as words
from desktop_app.views.files.file_drop import Brought, png_of
from desktop_app.workers import Watch

PNG: Final = ".png"
CARD_PIXELS: Final = 400
"""Of the long side: the largest card on a screen of two pixels to one."""


@dataclass(frozen=True, slots=True)
class Read:
    """A reading, and a picture of each of its pages for its card, in their order."""

    reading: ScanReading
    pictures: tuple[QImage, ...]


def read_files(context: Context, scan_port: ScanPort, found: Brought, version_id: int, watch: Watch) -> Read:
    """Read what was brought; off the thread of the window, where a pasted picture is encoded as well."""
    files = chosen_files(found)
    reading = read_scan(context, scan_port.tools(), files, watch.progress, version_id=version_id)
    return Read(reading, pictures_of(reading.pages))


def chosen_files(found: Brought) -> tuple[ChosenFile, ...]:
    """The files, or the pasted picture as a file of its own."""
    if found.picture is not None:
        return (ChosenFile(f"{words.PASTED}{PNG}", content=png_of(found.picture)),)
    return tuple(ChosenFile(path.name, path) for path in found.paths)


def pictures_of(pages: Sequence[ReadPage]) -> tuple[QImage, ...]:
    """Pictures as small as cards show them; those of the reading stay encoded, as a scan may have 500 pages."""
    made = []
    for page in pages:
        made.append(_for_card(QImage.fromData(page.picture)))
        # Qt's calls take the interpreter back so soon after each other that the window would get it after the last page
        time.sleep(0)
    return tuple(made)


def _for_card(picture: QImage) -> QImage:
    if picture.isNull() or max(picture.width(), picture.height()) <= CARD_PIXELS:
        return picture
    size = QSize(CARD_PIXELS, CARD_PIXELS)
    return picture.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
