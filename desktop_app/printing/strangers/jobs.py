"""Jobs of the child process: each yields its answers, page by page, as JSON values with bytes.

A toolkit is loaded by the first job that needs it. The soundness of a PDF or picture is whether all of it can be
opened; nothing is drawn for it.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pikepdf

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.page_marks import PageMark
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.scans import ChosenFile, ReadPage, RecognisedBy
from desktop_app.domain.rules.files import FileDoubt
from desktop_app.printing.engine.pdf.broken_off import is_end_missing
from desktop_app.printing.pages import PageReader
from desktop_app.printing.picture_pages import PicturePages
from desktop_app.printing.stranger_limits import Limits

if TYPE_CHECKING:
    from PIL import Image

    from desktop_app.printing.pages import OpenPdf


_HEAD: Final = 2
_RAW: Final = -15
"""Of deflated bytes: how long their head is, and that they are read without it."""
_AT_ONCE: Final = 64_000_000
_UNREADABLE: Final = (pikepdf.PikepdfError, RuntimeError, ValueError, TypeError, LookupError, zlib.error)


def picture_doubt(content: bytes, progress: Progress) -> FileDoubt | None:
    """Return the doubt whether the whole picture file can be decoded; raises ``file_not_finished`` if too large."""
    try:
        with closing(PicturePages(content)) as pages:
            for index in range(pages.count):
                pages.frame(index)
                progress(index + 1, pages.count)
    except EnvironmentProblem as problem:
        if problem.key != "picture_not_shown":
            raise
        return FileDoubt.TORN
    return None


def pdf_doubt(content: bytes, require_pages: Callable[[int], object], progress: Progress) -> FileDoubt | None:
    """Return the doubt whether both libraries can read every page, and all compressed parts are complete.

    ``require_pages`` refuses too many pages.
    """
    stream = BytesIO(content)
    try:
        with pikepdf.open(stream) as opened:
            if is_end_missing(opened, stream):
                return FileDoubt.TORN
            require_pages(len(opened.pages))
            return None if _is_whole(opened, content, progress) else FileDoubt.TORN
    except pikepdf.PasswordError:
        return FileDoubt.LOCKED
    except _UNREADABLE:
        return FileDoubt.TORN


def _is_whole(opened: pikepdf.Pdf, content: bytes, progress: Progress) -> bool:
    try:
        with PageReader().open(content) as drawn:
            if not drawn.count or drawn.count != len(opened.pages):
                return False
            for index in range(drawn.count):
                drawn.require(index)
                progress(index + 1, drawn.count)
    except EnvironmentProblem:
        return False
    return all(_is_deflate_complete(one) for one in opened.objects if isinstance(one, pikepdf.Stream))


def _is_deflate_complete(stream: pikepdf.Stream) -> bool:
    """Whether deflated bytes are complete; their checksum is ignored."""
    packed = bytes(stream.read_raw_bytes())
    # some programs write an empty page as nothing that is said to be packed
    if stream.get("/Filter") != pikepdf.Name.FlateDecode or not packed:
        return True
    engine = zlib.decompressobj(wbits=_RAW)
    engine.decompress(packed[_HEAD:], _AT_ONCE)
    return engine.eof or bool(engine.unconsumed_tail)


Answers = Iterator[tuple[Any, bytes]]
_QUALITY: Final = 82
"""Of the JPEG of an annex."""
_DPI: Final = 200
"""Of the page of an annex."""
_POINTS: Final = 72
_NEARLY_GREY: Final = 6
_LARGE: Final = 1_400
"""Pixels of the width of a page of a scan that is read closely."""


class Jobs:
    """Answers questions about the files of one process; opened files stay open."""

    def __init__(self, files: Sequence[ChosenFile], limits: Limits, progress: Progress) -> None:
        self._files, self._limits, self._told = files, limits, progress
        self._pages: OpenPdf | PicturePages | None = None

    def do(self, name: str, more: dict[str, Any]) -> Answers:
        """Yield the answers of the job ``name``; raises ``KeyError`` for an unknown one."""
        return _JOBS[name](self, **more)

    def sizes(self) -> Answers:
        """Answer width and height of each page in points."""
        yield [(size.width, size.height) for size in self._open().sizes], b""

    def pixels(self, page: int, width: int) -> Answers:
        """Answer one page: width and height in pixels, and the rows as BGRA."""
        drawn = self._open().pixels(page, width)
        yield (drawn.width, drawn.height), drawn.bgra

    def doubt(self) -> Answers:
        """Answer the doubt about a file, or None."""
        from desktop_app.printing.scans.scan_files import is_pdf

        content = self._content()
        if is_pdf(content):
            yield pdf_doubt(content, self._limits.require_pages, self._told), b""
        else:
            yield picture_doubt(content, self._told), b""

    def annex(self, most: int) -> Answers:
        """Answer each page as a JPEG of at most ``most`` pixels a side, with its size in points.

        The first answer says how many there are, and whether the end of the file is missing.
        """
        from desktop_app.printing.pages import OpenPdf

        pages = self._open()
        yield {"pages": pages.count, "broken": isinstance(pages, OpenPdf) and self._breaks_off()}, b""
        for index in range(pages.count):
            size = pages.sizes[index]
            scale = min(_DPI / _POINTS, most / max(size.width, size.height, 1))
            width = max(1, round(size.width * scale))
            image = _drawn(pages, index, width) if isinstance(pages, OpenPdf) else _smaller(pages.frame(index), most)
            jpeg = io.BytesIO()
            image.save(jpeg, "JPEG", quality=_QUALITY)
            yield (size.width, size.height), jpeg.getvalue()
            self._told(index + 1, pages.count)

    def scan(self) -> Answers:
        """Answer each page of a scan as it is read, with a small picture, without the number of its file."""
        from desktop_app.printing.scans.scan_files import read_pages

        (file,) = self._files
        for page, total in read_pages(file, self._limits.pages):
            mark = page.mark
            told = {
                "page": page.page,
                "width": page.width,
                "height": page.height,
                "dpi": page.dpi,
                "turn": page.turn,
                "blank": page.blank,
                "mark": [mark.code, mark.page, mark.total] if mark is not None else None,
            }
            yield {"read": told, "of": total}, page.picture
            self._told(page.page + 1, total)

    def look(self, page: int) -> Answers:
        """Answer a page of a scan, not turned, large enough to read: size in pixels, and the rows as RGBA."""
        from PIL import Image

        from desktop_app.printing.scans.scan_files import open_scan

        (file,) = self._files
        with open_scan(file) as scan:
            seen = scan.page(page).image
            if seen.width > _LARGE:
                seen = seen.resize((_LARGE, round(seen.height * _LARGE / seen.width)), Image.Resampling.BOX)
            shown = seen.convert("RGBA")
        yield shown.size, shown.tobytes()

    def archival(self, pages: list[list[Any]], target: str) -> Answers:
        """Write the archival PDF of these pages to ``target``; answer whether it is PDF/A."""
        from desktop_app.printing.scans.scan_archive import write_archival

        made = [
            ReadPage(source=source, page=page, width=width, height=height, dpi=dpi, turn=turn)
            for source, page, width, height, dpi, turn in pages
        ]
        yield write_archival(self._files, made, Path(target), self._told), b""

    def paper(self) -> Answers:
        """Answer the number of pages of a PDF, its codes by page, and the attached document with its kind."""
        from desktop_app.domain.rules.verifying import PRINTED
        from desktop_app.printing.engine.pdf.archive import attached_file
        from desktop_app.printing.pages import PageReader

        content = self._content()
        codes = []
        with PageReader().open(content) as opened:
            self._limits.require_pages(opened.count)
            for number in range(opened.count):
                if opened.text(number).strip():
                    codes.append(opened.words_at(number, PRINTED))
                self._told(number + 1, opened.count)
            count = opened.count
        try:
            found = attached_file(content)
        except (EnvironmentProblem, AttributeError, KeyError, TypeError, ValueError):
            yield (count, codes, ""), b""
        else:
            yield (count, codes, found.about), found.content

    def picture(self) -> Answers:
        """Answer the picture of a letterhead: hash, size in pixels, and the PNG."""
        from desktop_app.printing.pictures import picture_from

        made = picture_from(self._content())
        yield (made.sha256, made.width, made.height), made.content

    def _breaks_off(self) -> bool:
        import pikepdf

        from desktop_app.printing.engine.pdf.broken_off import is_end_missing

        stream = io.BytesIO(self._content())
        with pikepdf.open(stream) as opened:
            return is_end_missing(opened, stream)

    def _content(self) -> bytes:
        from desktop_app.printing.scans.scan_raw import open_bytes

        (file,) = self._files
        if file.path is None:
            return file.content
        with open_bytes(file) as stream:
            return stream.read()

    def _open(self) -> OpenPdf | PicturePages:
        if self._pages is None:
            from desktop_app.printing.pages import PageReader
            from desktop_app.printing.picture_pages import PicturePages
            from desktop_app.printing.scans.scan_files import is_pdf

            content = self._content()
            self._pages = PageReader().open(content) if is_pdf(content) else PicturePages(content)
            self._limits.require_pages(self._pages.count)
            if not self._pages.count:
                raise EnvironmentProblem("pdf_unreadable")
        return self._pages


_JOBS: Final[Mapping[str, Callable[..., Answers]]] = {
    "sizes": Jobs.sizes,
    "pixels": Jobs.pixels,
    "doubt": Jobs.doubt,
    "annex": Jobs.annex,
    "scan": Jobs.scan,
    "look": Jobs.look,
    "archival": Jobs.archival,
    "paper": Jobs.paper,
    "picture": Jobs.picture,
}


def read_page(answer: dict[str, Any], picture: bytes, source: int) -> ReadPage:
    """Return the page in an answer of :meth:`Jobs.scan`; called in the program, not in the child."""
    mark = PageMark(*answer["mark"]) if answer["mark"] is not None else None
    page = ReadPage(**{**answer, "mark": mark}, source=source, picture=picture)
    return page if mark is None else replace(page, code=mark.code, number=mark.page, recognised=RecognisedBy.MARK)


def _drawn(pages: OpenPdf, index: int, width: int) -> Image.Image:
    """Return a page drawn by pdfium, in grey if it has no colour."""
    from PIL import Image, ImageChops

    drawn = pages.pixels(index, width)
    colour = Image.frombuffer("RGB", (drawn.width, drawn.height), drawn.bgra, "raw", "BGRX", 0, 1)
    red, green, blue = colour.resize((64, 64)).split()
    apart = (ImageChops.difference(red, green), ImageChops.difference(green, blue))
    return colour.convert("L") if all(max(one.tobytes()) < _NEARLY_GREY for one in apart) else colour


def _smaller(picture: Image.Image, most: int) -> Image.Image:
    """Return the picture reduced to at most ``most`` pixels a side."""
    from PIL import Image

    scale = min(1.0, most / max(picture.size))
    if scale == 1:
        return picture
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.resize(size, Image.Resampling.LANCZOS)
