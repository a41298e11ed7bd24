"""Make the icon of the program from its drawing: one file with every size that windows, task bars and lists show,
and the picture beside the first and the last page of the setup, ``packaging/windows/wizard.bmp``.

The drawing is ``resources/program/dabirkhaneh.svg``; beside it lies what is made of it, ``dabirkhaneh.ico``, which the
window and the installer for Windows use. Called as ``python3 dev.py icon``, or ``python -m devtools.icon`` inside the
environment.
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from devtools import ROOT

DRAWING: Final = ROOT / "resources" / "program" / "dabirkhaneh.svg"
ICON: Final = DRAWING.with_suffix(".ico")
WIZARD: Final = ROOT / "packaging" / "windows" / "wizard.bmp"
GROUND: Final = "#DCEBEC"
SIDES: Final = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""Pixels: what Windows asks for at 100 to 250 percent, and the large ones of folders."""
_PACKED_FROM: Final = 128
"""From this side on a picture is a PNG; smaller ones are plain, which every reader of icons knows."""
_HEAD: Final = struct.Struct("<HHH")
_ENTRY: Final = struct.Struct("<BBBBHHII")
_BITMAP: Final = struct.Struct("<IiiHHIIiiII")


def main() -> int:
    """Write the icon."""
    ICON.write_bytes(icon_of([drawn(DRAWING, side) for side in SIDES]))
    print(f"{ICON.relative_to(ROOT)}: {len(SIDES)} sizes, {ICON.stat().st_size:,} bytes")
    WIZARD.write_bytes(wizard())
    print(f"{WIZARD.relative_to(ROOT)}: {WIZARD.stat().st_size:,} bytes")
    return 0


def wizard() -> bytes:
    """The icon on our colour, in the size and the kind that NSIS wants."""
    picture = QImage(164, 314, QImage.Format.Format_RGB32)
    picture.fill(GROUND)
    painter = QPainter(picture)
    painter.drawImage(34, 48, drawn(DRAWING, 96))
    painter.end()
    return _written(picture.convertToFormat(QImage.Format.Format_Indexed8), "bmp")


def drawn(drawing: Path, side: int) -> QImage:
    """The drawing in a square of so many pixels."""
    picture = QImage(side, side, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    return picture


def icon_of(pictures: list[QImage]) -> bytes:
    """The pictures as one file of icons, smallest first."""
    bodies = [_written(one, "png") if one.width() >= _PACKED_FROM else _bitmap(one) for one in pictures]
    place = _HEAD.size + _ENTRY.size * len(pictures)
    entries = b""
    for picture, body in zip(pictures, bodies, strict=True):
        side = picture.width() % 256  # 0 stands for 256
        entries += _ENTRY.pack(side, side, 0, 0, 1, 32, len(body), place)
        place += len(body)
    return _HEAD.pack(0, 1, len(pictures)) + entries + b"".join(bodies)


def _written(picture: QImage, kind: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, kind.encode()).write(picture)
    return bytes(buffer.data().data())


def _bitmap(picture: QImage) -> bytes:
    """Rows from below, blue first, and behind them a mask of what is not seen at all, for readers without depth."""
    side = picture.width()
    seen = bytes(picture.constBits())
    rows = [seen[4 * side * row : 4 * side * (row + 1)] for row in reversed(range(side))]
    masks = b"".join(_mask(row) for row in rows)
    pixels = b"".join(rows)
    head = _BITMAP.pack(_BITMAP.size, side, 2 * side, 1, 32, 0, len(pixels) + len(masks), 0, 0, 0, 0)
    return head + pixels + masks


def _mask(row: bytes) -> bytes:
    bits = "".join("0" if alpha else "1" for alpha in row[3::4])
    bits = bits.ljust(-(-len(bits) // 32) * 32, "0")
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


if __name__ == "__main__":
    sys.exit(main())
