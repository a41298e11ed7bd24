"""The bundled writing: the program never depends on a font of the machine."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase

from desktop_app.widgets.style.tokens import FONT_FAMILY


class FontMissing(Exception):
    """A bundled font file could not be loaded; Persian would be drawn as boxes."""


def load_fonts(folder: Path) -> tuple[str, ...]:
    """Load every weight of the bundled font from `folder` and answer the families that it brought."""
    families: set[str] = set()
    files = sorted(folder.glob(f"{FONT_FAMILY}-*.ttf"))
    for file in files:
        number = QFontDatabase.addApplicationFont(str(file))
        if number < 0:
            raise FontMissing(file.name)
        families.update(QFontDatabase.applicationFontFamilies(number))
    if FONT_FAMILY not in families:
        raise FontMissing(FONT_FAMILY)
    return tuple(sorted(families))
