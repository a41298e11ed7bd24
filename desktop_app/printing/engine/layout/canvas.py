"""Canvas of a PDF: keeps finished pages in memory until their total number is known.

Operators of a page are compressed at once, in parts that become one stream without being unpacked again. Pages become
objects of the toolkit's file, written the way this program wants them.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from desktop_app.printing.engine.layout.structure import (
    MOST_MARKS,
    Bookmark,
    DrawnPages,
    LinkBox,
    Node,
    PageHeight,
    Record,
)
from desktop_app.printing.engine.typesetting.typesetter import Typesetter

_LEVEL: Final = 4
"""Of the nine: the usual sixth takes half as long again and makes a page 6 % shorter."""
_HEAD: Final = b"\x78\x5e"
_RAW: Final = -15
_END: Final = b"\x03\x00"
"""An empty last block."""
_MODULUS: Final = 65521


@dataclass(frozen=True, slots=True)
class CompressedPart:
    """Deflated blocks ending at a byte, with checksum and length of the uncompressed content."""

    blocks: bytes
    checksum: int
    length: int

    @classmethod
    def of(cls, operators: str) -> CompressedPart:
        """Compress a part independently of the parts around it."""
        content = operators.encode("ascii")
        deflate = zlib.compressobj(_LEVEL, wbits=_RAW)
        blocks = deflate.compress(content) + deflate.flush(zlib.Z_FULL_FLUSH)
        return cls(blocks, zlib.adler32(content), len(content))


def join_streams(parts: Sequence[CompressedPart]) -> bytes:
    """Return one zlib stream (RFC 1950) of all parts in order."""
    checksum = zlib.adler32(b"")
    for part in parts:
        checksum = _combined_checksum(checksum, part)
    return b"".join([_HEAD, *(part.blocks for part in parts), _END, checksum.to_bytes(4, "big")])


def _combined_checksum(checksum: int, part: CompressedPart) -> int:
    """Return the checksum of the content so far followed by ``part``."""
    low, high = checksum & 0xFFFF, checksum >> 16
    own_low, own_high = part.checksum & 0xFFFF, part.checksum >> 16
    return (low + own_low - 1) % _MODULUS | (high + own_high + part.length * (low - 1)) % _MODULUS << 16


def page_objects(document: Any) -> list[Any]:  # noqa: ANN401 - the toolkit has no types
    """Return the pages of a document in order."""
    return [page for page in document.idToObject.values() if isinstance(page, PageObject)]


class PageObject(pdfdoc.PDFPage):  # type: ignore[misc]
    """A page with its number in the structure tree."""

    __NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents"]  # noqa: RUF012 - the toolkit's way


class StreamObject(pdfdoc.PDFObject):  # type: ignore[misc]
    """A PDF stream of operators that are already compressed."""

    __RefOnly__ = 1

    def __init__(self, content: bytes) -> None:
        self._content = content

    def format(self, _document: object) -> bytes:
        """Return the bytes of the stream object."""
        head = f"<</Filter/FlateDecode/Length {len(self._content)}>>\nstream\n".encode("ascii")
        return head + self._content + b"\nendstream\n"


def compress_operators(code: list[str]) -> CompressedPart:
    """Return the compressed operators of a page, or of a part of it, in drawing order."""
    return CompressedPart.of("\n".join([*code, ""]))


# Every stream is compressed anew for the archive form: a picture's bytes written as letters would only be read back
rl_config.useA85 = 0
LAYOUT: Final = "/Type/Layout"
"""Lines and fills of the text itself."""
HEADER: Final = "/Type/Pagination/Subtype/Header"
FOOTER: Final = "/Type/Pagination/Subtype/Footer"
WATERMARK: Final = "/Type/Pagination/Subtype/Watermark"
_AROUND: Final = "/Type/Pagination"


class FaCanvas(Canvas):  # type: ignore[misc]
    """Canvas that keeps finished pages; :meth:`finish` adds what depends on the number of pages.

    ``pages_of`` tells the page number of every anchor that is already drawn.
    """

    def __init__(
        self,
        typesetter: Typesetter,
        size: tuple[float, float],
        *,
        title: str = "",
        author: str = "",
        pages_of: dict[str, int] | None = None,
    ) -> None:
        self.output = io.BytesIO()
        self._code: list[str]
        self.typesetter = typesetter
        self.record = Record()
        self.pages_of = {} if pages_of is None else pages_of
        self._kept: list[tuple[CompressedPart, dict[str, object]]] = []
        self._later: dict[int, list[Callable[[], None]]] = {}
        self._resources: Any = None
        self._marks: list[int] = [0]
        self._ends = [0]  # how many elements of the text begin before each page
        self._added = 0
        self._page = 0
        self._open = [self.record.root]
        self._artifact = ""
        super().__init__(self.output, pagesize=size, pageCompression=1, invariant=1, lang="fa-IR")
        self.setTitle(title)
        self.setAuthor(author)
        self.setSubject("")
        self.setCreator("")

    def _make_preamble(self) -> None:
        """Write no preamble; ReportLab's own would name Helvetica on every page."""
        self._preamble = ""

    def add(self, operators: str) -> None:
        """Append drawing operators to the open page."""
        self._code.append(operators)

    def add_lines(self, operators: str) -> None:
        """Append graphics without meaning for readers of the text: lines, fills, boxes."""
        self._code.append(f"/Artifact <<{self._artifact or LAYOUT}>> BDC q {operators} Q EMC")

    def inside(self, node: Node) -> _Inside:
        """Open an element within the current one for everything drawn in the ``with``."""
        return _Inside(self, node)

    def open_element(self, node: Node) -> None:
        """Open an element for everything drawn from now on."""
        self._place(node)
        self._open.append(node)

    def close_element(self) -> None:
        """Close the element that was opened last."""
        self._open.pop()

    @contextmanager
    def artifact(self, kind: str) -> Iterator[None]:
        """Mark everything drawn in the ``with`` as decoration."""
        before, self._artifact = self._artifact, kind
        try:
            yield
        finally:
            self._artifact = before

    @contextmanager
    def content(self, node: Node, *, ahead: bool = False) -> Iterator[None]:
        """Draw real content inside decoration; it is read after its page, or before it if ``ahead``."""
        before, self._artifact = self._artifact, ""
        node.placed = True
        place = self._ends[self._page if ahead else self._page + 1] + self._added
        self.record.root.kids.insert(place, node)
        self._added += 1
        self._open.append(node)
        try:
            yield
        finally:
            self._open.pop()
            self._artifact = before

    @property
    def decorating(self) -> bool:
        """Whether the present drawing is decoration."""
        return bool(self._artifact)

    def begin(self, node: Node) -> str:
        """Return the operator that begins marked content of the element; ``EMC`` ends it."""
        if self._artifact:
            return f"/Artifact <<{self._artifact}>> BDC"
        self._place(node)
        mark = self._marks[self._page]
        self._marks[self._page] = mark + 1
        node.kids.append(self._page * MOST_MARKS + mark)
        return f"/{node.role} <</MCID {mark}>> BDC"

    def _place(self, node: Node) -> None:
        if not node.placed and not self._artifact:
            node.placed = True
            self._open[-1].kids.append(node)

    def link(self, node: Node, box: tuple[float, float, float, float], key: str, words: str) -> None:
        """Make a rectangle of the open page a link to an anchor, for an element of role ``Link``."""
        if self._artifact:
            return
        found = LinkBox(self._page, box, key, words)
        node.kids.append(found)
        self.record.links.append(found)

    def anchor(self, key: str, top: float) -> None:
        """Set this height of the open page as the target of links to ``key``."""
        self.record.anchors[key] = PageHeight(self._page, top)
        self.pages_of[key] = self._page + 1

    def bookmark(self, level: int, title: str, top: float) -> str:
        """Add a bookmark for a heading of the open page; return the role of its element.

        No level is left out on the way down: where only one stands above, a heading of level 3 counts as 2.
        """
        if self._artifact:
            return ""
        known = self.record.bookmarks
        level = min(level, known[-1].level + 1 if known else 1)
        known.append(Bookmark(level, title, PageHeight(self._page, top)))
        return f"H{level}"

    def defer(self, draw: Callable[[], None]) -> None:
        """Call ``draw`` on the open page after all pages are known."""
        self._later.setdefault(self._page, []).append(draw)

    def showPage(self) -> None:  # noqa: N802 - the toolkit's name
        """Close the page without writing it; only its compressed operators are kept."""
        state = {name: getattr(self, name) for name in _PAGE_STATE}
        self._kept.append((compress_operators(self._code), state))
        self._ends.append(len(self.record.root.kids))
        self._startPage()
        self._page = len(self._kept)
        self._marks.append(0)

    def finish(
        self, decorate: Callable[[int, int], None] | None = None, under: Callable[[int], str] | None = None
    ) -> DrawnPages:
        """Write all pages. ``decorate(number, total)`` draws over a page; ``under(number)`` are operators below it."""
        if self._code:
            self.showPage()
        below: dict[str, list[CompressedPart]] = {"": []}
        total = len(self._kept)
        for page, (body, state) in enumerate(self._kept):
            for name, value in state.items():
                setattr(self, name, value)
            self._page, self._pageNumber = page, page + 1
            self._code = []
            for draw in self._later.get(page, ()):
                draw()
            if decorate is not None:
                with self.artifact(_AROUND):
                    decorate(page + 1, total)
            over = compress_operators(self._code)
            mark = under(page + 1) if under is not None else ""
            if mark not in below:
                below[mark] = [self._drawn_below(mark)]
            self._write_page(join_streams([*below[mark], body, over]))
        self._kept.clear()
        return self._saved()

    def _drawn_below(self, mark: str) -> CompressedPart:
        """Return the compressed mark below a page; equal marks are compressed once."""
        self._code = []
        with self.artifact(WATERMARK):
            self.add_lines(mark)
        return compress_operators(self._code)

    def _write_page(self, content: bytes) -> None:
        page = PageObject()
        page.pagewidth, page.pageheight = self._pagesize
        page.hasImages = self._currentPageHasImages
        page.Contents = StreamObject(content)
        page.StructParents = self._page
        self._setColorSpace(page)
        self._setShadingUsed(page)
        self._setExtGState(page)
        self._setXObjects(page)
        if page.XObjects is None:
            page.Resources = self._usual_resources()
        self._doc.addPage(page)

    def _usual_resources(self) -> Any:  # noqa: ANN401 - the toolkit has no types
        """Return the one dictionary of fonts for all pages without a picture."""
        if self._resources is None:
            usual = pdfdoc.PDFResourceDictionary()
            usual.basicFonts()
            usual.basicProcs()
            self._resources = self._doc.Reference(usual)
        return self._resources

    def _saved(self) -> DrawnPages:
        document = self._doc
        self.typesetter.embed(document, document.idToObject["BasicFonts"].dict)
        document.SaveToFile(self.output, self)
        numbers = document.idToObjectNumberAndVersion
        objects = tuple(numbers[page.__InternalName__][0] for page in page_objects(document))
        return DrawnPages(self.output.getvalue(), objects, self.record)


class _Inside:
    """Context manager of an open element; a class for speed, because a page has hundreds of them."""

    __slots__ = ("_canvas", "_node")

    def __init__(self, canvas: FaCanvas, node: Node) -> None:
        self._canvas = canvas
        self._node = node

    def __enter__(self) -> None:
        self._canvas.open_element(self._node)

    def __exit__(self, *_error: object) -> None:
        self._canvas.close_element()


_PAGE_STATE = (
    "_pagesize",
    "_currentPageHasImages",
    "_formsinuse",
    "_extgstate",
    "_colorsUsed",
    "_shadingUsed",
)


def canvas_of_program(canvas: object) -> FaCanvas:
    """Return a flowable's canvas as :class:`FaCanvas`."""
    if not isinstance(canvas, FaCanvas):
        raise TypeError(f"drawing needs a FaCanvas, not {type(canvas).__name__}")
    return canvas
