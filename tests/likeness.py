"""How much one photograph differs from another, whatever the machine that made them.

Both are halved; every block of eight by eight pixels is compared with its counterpart and with what lies one pixel
beside it, and the least difference counts. So another FreeType, or a line that stands a pixel lower, is no difference,
but a word, a mark or a button that is not there any more is.
"""

from __future__ import annotations

from PIL import Image, ImageChops
from PySide6.QtGui import QImage

HALF = 2
BLOCK = 4
"""Pixels of the halved picture at the side of a block."""
BESIDE = ((0, 0), (0, 1), (0, -1), (1, 0), (-1, 0))
"""Pixels across and down."""
LEVEL = 24
"""Of 255: a block whose mean difference is larger has changed."""
ALLOWED = 4
"""So many blocks of a whole picture may have changed."""


def changed_blocks(one: Image.Image, other: Image.Image) -> int:
    """The number of blocks that look different; every one where the sizes differ."""
    if one.size != other.size:
        return one.width * one.height // (HALF * BLOCK) ** 2
    left, right = one.convert("RGB").reduce(HALF), other.convert("RGB")
    least = _apart(left, right)
    for across, down in BESIDE:
        if _strong(least) > ALLOWED:
            least = ImageChops.darker(least, _apart(left, ImageChops.offset(right, across, down)))
    return _strong(least)


def _apart(left: Image.Image, right: Image.Image) -> Image.Image:
    """The mean difference of each block and colour."""
    return ImageChops.difference(left, right.reduce(HALF)).reduce(BLOCK)


def _strong(apart: Image.Image) -> int:
    """How many blocks differ by more than the level in their strongest colour."""
    red, green, blue = apart.split()
    strongest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return sum(strongest.histogram()[LEVEL + 1 :])


def picture_of(image: QImage) -> Image.Image:
    """Qt's picture as Pillow's."""
    rows = image.convertToFormat(QImage.Format.Format_RGBX8888)
    size = (rows.width(), rows.height())
    return Image.frombuffer("RGBX", size, bytes(rows.constBits()), "raw", "RGBX", 0, 1).convert("RGB")
