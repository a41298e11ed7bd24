"""Pages of a PDF that are one picture, as scanners make them: the picture is decoded as it is, and pdfium is not asked.

pdfium draws what it can of a torn picture without a word.
"""

from __future__ import annotations

import io
from typing import Final

import pikepdf
from PIL import Image

from desktop_app.printing.decoding import TooManyPixels
from desktop_app.printing.strangers.limits import MOST_PIXELS

_PLAIN: Final = frozenset({"q", "Q", "cm", "Do", "gs"})
"""Operators of a page that shows its picture and nothing else."""
_MOST_SAID: Final = 65_536
"""Bytes of words: a page that says more is more than a picture, and reading its words one by one would take long."""
_WHOLE: Final = 0.9
"""Of the page both ways: what the picture of a scanned page covers at least."""
_TURNED: Final = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
_NO_PICTURE: Final = (pikepdf.PikepdfError, ValueError, TypeError, LookupError, NotImplementedError, RuntimeError)


def only_picture(page: pikepdf.Page) -> Image.Image | None:
    """The picture that the page is, as it lies in the file and decoded as late as can be; ``None`` for other pages.

    A torn picture raises when it is decoded, as a picture file does.
    """
    try:
        if _said(page) > _MOST_SAID:
            return None
        found = _shown(page)
        return _opened(found) if found is not None else None
    except _NO_PICTURE:
        return None


def as_page_says(picture: Image.Image, page: pikepdf.Page) -> Image.Image:
    """The decoded picture as readers show the page."""
    method = _TURNED.get(_rotation(page))
    return picture if method is None else picture.transpose(method)


def _rotation(page: pikepdf.Page) -> int:
    return int(page.rotation) % 360


def _shown(page: pikepdf.Page) -> pikepdf.Stream | None:
    """The only picture, if it covers the page upright; a mask or shades turned round are another's matter."""
    name = _drawn(page)
    if name is None:
        return None
    picture = page.resources["/XObject"][name]
    if not isinstance(picture, pikepdf.Stream) or picture.get("/Subtype") != pikepdf.Name.Image:
        return None
    return None if {"/SMask", "/Mask", "/Decode", "/ImageMask"} & set(picture.keys()) else picture


def _drawn(page: pikepdf.Page) -> str | None:
    """The name of the one object that is drawn, if it covers the page and nothing else is drawn."""
    drawn: list[str] = []
    matrix = pikepdf.Matrix()
    for one in pikepdf.parse_content_stream(page):
        name = str(one.operator)
        if name not in _PLAIN:
            return None
        if name == "cm":
            matrix = pikepdf.Matrix(*(float(number) for number in one.operands)) @ matrix
        elif name == "Do":
            drawn.append(str(one.operands[0]))
    return drawn[0] if len(drawn) == 1 and _covers(matrix, page) else None


def _covers(matrix: pikepdf.Matrix, page: pikepdf.Page) -> bool:
    left, bottom, right, top = (float(one) for one in page.cropbox)
    across, down = matrix.a / (right - left), matrix.d / (top - bottom)
    upright = matrix.b == matrix.c == 0
    return upright and _WHOLE <= across <= 1 / _WHOLE and _WHOLE <= down <= 1 / _WHOLE


def _said(page: pikepdf.Page) -> int:
    contents = page.obj.get("/Contents", ())
    streams = contents if isinstance(contents, pikepdf.Array) else (contents,)
    return sum(len(one.read_bytes()) for one in streams if isinstance(one, pikepdf.Stream))


def _opened(picture: pikepdf.Stream) -> Image.Image:
    if picture.get("/Filter") == pikepdf.Name.DCTDecode:
        return Image.open(io.BytesIO(picture.read_raw_bytes()), formats=("JPEG",))
    if int(picture.Width) * int(picture.Height) > MOST_PIXELS:
        raise TooManyPixels
    return pikepdf.PdfImage(picture).as_pil_image()
