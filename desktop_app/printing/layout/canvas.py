"""The page canvas: only our own fonts, no stray objects, and pages kept back until their number is known."""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from desktop_app.printing.typesetting.typesetter import Typesetter


class FaCanvas(Canvas):  # type: ignore[misc]
    """Holds every finished page back; :meth:`finish` adds what depends on the number of pages."""

    def __init__(self, typesetter: Typesetter, size: tuple[float, float], *, title: str = "", author: str = "") -> None:
        self.output = io.BytesIO()
        self._code: list[str]
        self.typesetter = typesetter
        self._kept: list[tuple[list[str], dict[str, object]]] = []
        super().__init__(self.output, pagesize=size, pageCompression=1, invariant=1, lang="fa-IR")
        self.setTitle(title)
        self.setAuthor(author)
        self.setSubject("")
        self.setCreator("")

    def _make_preamble(self) -> None:
        """No preamble: the toolkit's own would name Helvetica on every page."""
        self._preamble = ""

    def add(self, operators: str) -> None:
        """Append drawing operators to the open page."""
        self._code.append(operators)

    def showPage(self) -> None:  # noqa: N802 - the toolkit's name
        """Close the page without writing it yet."""
        state = {name: getattr(self, name) for name in _PAGE_STATE}
        self._kept.append((["\n".join(self._code)], state))
        self._startPage()

    def finish(
        self, decorate: Callable[[int, int], None] | None = None, under: Callable[[], None] | None = None
    ) -> bytes:
        """Write all pages. ``decorate(number, total)`` draws over a page, ``under()`` below it."""
        if self._code:
            self.showPage()
        total = len(self._kept)
        for number, (code, state) in enumerate(self._kept, 1):
            for name, value in state.items():
                setattr(self, name, value)
            self._pageNumber = number
            self._code = []
            if under is not None:
                under()
            self._code += code
            if decorate is not None:
                decorate(number, total)
            self._write_page()
        self._kept.clear()
        document = self._doc
        self.typesetter.embed(document, document.idToObject["BasicFonts"].dict)
        document.SaveToFile(self.output, self)
        return self.output.getvalue()

    def _write_page(self) -> None:
        page = pdfdoc.PDFPage()
        page.pagewidth, page.pageheight = self._pagesize
        page.hasImages = self._currentPageHasImages
        # A stream of our own keeps the toolkit's global choice of ASCII85 out
        page.Contents = pdfdoc.PDFStream(content="\n".join(self._code) + "\n", filters=[pdfdoc.PDFZCompress])
        self._setColorSpace(page)
        self._setShadingUsed(page)
        self._setExtGState(page)
        self._setXObjects(page)
        self._setAnnotations(page)
        self._setColorSpace(page)
        self._setShadingUsed(page)
        self._doc.addPage(page)


_PAGE_STATE = (
    "_pagesize",
    "_currentPageHasImages",
    "_formsinuse",
    "_annotationrefs",
    "_extgstate",
    "_colorsUsed",
    "_shadingUsed",
)


def emit(canvas: object, operators: str) -> None:
    """Append drawing operators to the page of a canvas that a flowable was handed."""
    if not isinstance(canvas, FaCanvas):
        raise TypeError(f"drawing needs a FaCanvas, not {type(canvas).__name__}")
    canvas.add(operators)
