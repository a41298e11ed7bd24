"""The icon of the program is what its drawing gives, in every size, and can be read without Qt."""

from __future__ import annotations

import io

from PIL.IcoImagePlugin import IcoFile
from PySide6.QtGui import QColor, QImage, QImageReader

from devtools.icon import DRAWING, GROUND, ICON, SIDES, WIZARD, drawn, wizard

MOST = 24
"""Between one machine and another, the edges of a shape may differ by so much of 255."""


def _pictures() -> list[QImage]:
    reader = QImageReader(str(ICON))
    found = []
    for place in range(reader.imageCount()):
        assert reader.jumpToImage(place)
        found.append(reader.read())
    return found


def _parts(picture: QImage, x: int, y: int) -> tuple[int, ...]:
    """A pixel as it is seen: a colour that is not seen at all is none."""
    colour = QColor(picture.pixelColor(x, y))
    alpha = colour.alpha()
    return (alpha, *(part * alpha // 255 for part in (colour.red(), colour.green(), colour.blue())))


def test_the_icon_is_what_the_drawing_gives() -> None:
    pictures = _pictures()
    assert [picture.width() for picture in pictures] == list(SIDES)
    for picture in pictures:
        fresh = drawn(DRAWING, picture.width())
        farthest = max(
            abs(one - other)
            for x in range(picture.width())
            for y in range(picture.height())
            for one, other in zip(_parts(picture, x, y), _parts(fresh, x, y), strict=True)
        )
        assert farthest <= MOST, f"{picture.width()} pixels: python3 dev.py icon"


def test_another_reader_finds_the_same_sizes() -> None:
    icon = IcoFile(io.BytesIO(ICON.read_bytes()))
    assert icon.sizes() == {(side, side) for side in SIDES}
    for side in SIDES:
        depth = icon.getimage((side, side)).convert("RGBA").getchannel("A")
        assert depth.getpixel((0, 0)) == 0, "the corners are round"
        assert depth.getpixel((side // 2, side // 2)) == 255


def test_the_picture_of_the_setup_has_the_size_that_nsis_wants() -> None:
    kept, fresh = QImage(str(WIZARD)), QImage.fromData(wizard())
    assert (kept.width(), kept.height(), kept.format()) == (164, 314, QImage.Format.Format_Indexed8)
    assert kept.pixelColor(2, 2) == fresh.pixelColor(2, 2) == QColor(GROUND)
    assert kept.pixelColor(82, 60) != QColor(GROUND)
