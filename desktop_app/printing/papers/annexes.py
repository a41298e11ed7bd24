"""Annexes after a paper: each page of a PDF or a picture as a picture of its own, under its number and page.

A foreign page goes onto the paper as pixels: whatever lies in its file, the paper stays an archive file that is proved,
and nothing of it can act in a reader. The file itself stays in the store as it was attached.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Final, Protocol

import pikepdf
from PIL import Image, ImageChops
from reportlab.lib.utils import ImageReader

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.documents.annex_lines import AnnexLine
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress
from desktop_app.domain.rules.files import PDF, PICTURES
from desktop_app.printing.layout.canvas import drawing
from desktop_app.printing.layout.flow import PageBreak
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.marks import figure
from desktop_app.printing.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.layout.stack import Block
from desktop_app.printing.pages import OpenPdf, PageReader, PageSize
from desktop_app.printing.pdf.broken_off import breaks_off
from desktop_app.printing.pdf.foreign_pdf import Bounds, bounds_of
from desktop_app.printing.pdf.toolkit_warnings import ToolkitWarnings
from desktop_app.printing.picture_pages import PicturePages
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery.paper_words import digits
from desktop_app.printing.stationery.render_context import RenderContext
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import annexes as words

MOST_PAGES: Final = 300
"""An annex of more pages is named in the list and goes along by itself."""
_DPI: Final = 200
_QUALITY: Final = 82
_POINTS: Final = 72
_NEARLY_GREY: Final = 6
_MOST_PIXELS: Final = 3_400
"""Of the longer side: A3 at the density above."""


class AnnexPages(Protocol):
    """The pages of an open file."""

    @property
    def sizes(self) -> Sequence[PageSize]:
        """Of each page, in points."""

    def require(self, index: int) -> None:
        """Raise ``EnvironmentProblem`` for a page that cannot be drawn whole."""

    def page(self, index: int, width: int) -> Image.Image:
        """One page, about so many pixels wide."""


def listed(attachments: Sequence[str], annexes: Sequence[AnnexLine]) -> list[str]:
    """The list of attachments: typed lines, then the files, each in the order of its own letters."""
    named = [words.of_item(one.name, ordinal(one.item)) if one.item else words.names([one.name])[0] for one in annexes]
    return [*attachments, *named]


def annexes(setter: Typesetter, lines: Sequence[AnnexLine], render_context: RenderContext) -> Iterator[Flowable]:
    """Everything that follows the paper; one file is open at a time."""
    for line in lines:
        yield PageBreak()
        yield FaHeading(setter, words.heading(digits(line.number), line.name), styles.SECTION, level=1)
        if line.type != PDF and line.type not in PICTURES:
            yield FaParagraph(setter, words.apart_from_paper(words.NO_PAGES), styles.BODY)
            continue
        yield from _pages(setter, line, render_context)


def _pages(setter: Typesetter, line: AnnexLine, render_context: RenderContext) -> Iterator[Flowable]:
    try:
        content = render_context.file_of(line.sha256)
    except EnvironmentProblem as problem:
        raise problem.beside("annexes", name=line.name) from problem
    try:
        opened = _opened(line.type, content, render_context.told)
    except _LeftOut as left_out:
        yield FaParagraph(setter, words.apart_from_paper(left_out.reason), styles.BODY)
        return
    except EnvironmentProblem:
        yield FaParagraph(setter, words.apart_from_paper(words.NOT_READ), styles.BODY)
        return
    with closing(opened):
        total = len(opened.sizes)
        if not 0 < total <= MOST_PAGES:
            why = words.too_long(digits(total)) if total else words.NOT_READ
            yield FaParagraph(setter, words.apart_from_paper(why), styles.BODY)
            return
        if not _is_whole(opened, total, render_context):
            yield FaParagraph(setter, words.apart_from_paper(words.DAMAGED), styles.BODY)
            return
        for index in range(total):
            render_context.told(index, total)
            if index:
                yield PageBreak()
            yield _Label(setter, words.page(digits(line.number), digits(index + 1), digits(total)), styles.REMARK)
            told = words.picture(digits(line.number), digits(index + 1), line.name)
            yield _PagePicture(opened, index, told)


def _is_whole(opened: AnnexPages, total: int, render_context: RenderContext) -> bool:
    """Whether every page can be drawn: asked before the first one is, for what stands on paper is not taken back.

    Final minutes keep their annexes for good, and a torn one must not keep them from being printed.
    """
    try:
        for index in range(total):
            render_context.told(0, total)
            opened.require(index)
    except EnvironmentProblem:
        return False
    return True


class _Label(FaParagraph):
    """The line over a page, which never parts from it."""

    keep_with_next = True


class _PagePicture(Block):
    """One page of an annex in its proportions, as large as the rest of the page allows and no larger than it is."""

    def __init__(self, pages: AnnexPages, index: int, description: str) -> None:
        super().__init__()
        self._pages, self._index, self._description = pages, index, description
        self._size = (0.0, 0.0)
        self._room = 0.0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """As much as there is; where the height is not known yet, the page says how high it would be."""
        size = self._pages.sizes[self._index]
        most = min(available_height, size.height * available_width / max(size.width, 1.0))
        scale = min(available_width / size.width, most / size.height, 1.0)
        self._size = size.width * scale, size.height * scale
        self._room = available_width
        return available_width, self._size[1]

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """In the middle of its line; each page is in memory only while it is drawn."""
        wide, tall = self._size
        left = x + (self._room - wide) / 2
        pixels = max(1, min(round(wide * _DPI / _POINTS), _MOST_PIXELS))
        jpeg = io.BytesIO()
        self._pages.page(self._index, pixels).save(jpeg, "JPEG", quality=_QUALITY)
        jpeg.seek(0)
        pen = drawing(canvas)
        with figure(pen, self._description, (left, y, left + wide, y + tall)):
            pen.drawImage(ImageReader(jpeg), left, y, wide, tall)


class _LeftOut(Exception):
    """A file that is not drawn, though it may be opened; why, in the words of the paper."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class _PdfPages:
    """Pages of a PDF."""

    def __init__(self, content: bytes, told: Progress) -> None:
        bounds = bounds_of(content, told)
        if bounds is Bounds.EXCEEDED:
            raise _LeftOut(words.TOO_HEAVY)
        self._pdf: OpenPdf = PageReader().open(content)
        self.sizes = self._pdf.sizes
        if bounds is Bounds.UNKNOWN or _breaks_off(content):
            # nobody can tell how long the first would be drawn, and how many pages the other has lost
            self.close()
            raise _LeftOut(words.NOT_JUDGED if bounds is Bounds.UNKNOWN else words.BROKEN_OFF)

    def require(self, index: int) -> None:
        """A page that is there is drawn, as far as its content goes."""
        self._pdf.require(index)

    def page(self, index: int, width: int) -> Image.Image:
        """As pdfium draws it; grey where it has no colour."""
        drawn = self._pdf.pixels(index, width)
        colour = Image.frombuffer("RGBA", (drawn.width, drawn.height), drawn.bgra, "raw", "BGRA", 0, 1).convert("RGB")
        return colour.convert("L") if _is_grey(colour) else colour

    def close(self) -> None:
        """Let it go."""
        self._pdf.close()


class _Pictures:
    """Pages of a picture file."""

    def __init__(self, content: bytes) -> None:
        self._pictures = PicturePages(content)
        self.sizes = self._pictures.sizes

    def require(self, index: int) -> None:
        """A header tells nothing of the pixels, so they are decoded, of one picture at a time."""
        self._pictures.frame(index)

    def page(self, index: int, width: int) -> Image.Image:
        """The picture, never larger than it is."""
        frame = self._pictures.frame(index)
        if frame.width <= width and frame.height <= _MOST_PIXELS:
            return frame
        wide = max(1, min(width, frame.width, frame.width * _MOST_PIXELS // frame.height))
        tall = max(1, min(round(frame.height * wide / frame.width), _MOST_PIXELS))
        return frame.resize((wide, tall), Image.Resampling.LANCZOS)

    def close(self) -> None:
        """Let it go."""
        self._pictures.close()


def _opened(media_type: str, content: bytes, told: Progress) -> _PdfPages | _Pictures:
    return _PdfPages(content, told) if media_type == PDF else _Pictures(content)


def _breaks_off(content: bytes) -> bool:
    stream = io.BytesIO(content)
    with pikepdf.open(stream) as opened:
        return breaks_off(ToolkitWarnings(opened), stream)


def _is_grey(colour: Image.Image) -> bool:
    red, green, blue = colour.resize((64, 64)).split()
    apart = (ImageChops.difference(red, green), ImageChops.difference(green, blue))
    return all(max(one.tobytes()) < _NEARLY_GREY for one in apart)
