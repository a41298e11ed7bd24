"""Pages and their operators as objects of the toolkit's file, written the way this program wants them."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfdoc

from desktop_app.printing.layout.packed import Packed


def page_objects(document: Any) -> list[Any]:  # noqa: ANN401 - the toolkit has no types
    """The pages of a document in their order."""
    return [page for page in document.idToObject.values() if isinstance(page, PageObject)]


class PageObject(pdfdoc.PDFPage):  # type: ignore[misc]
    """A page that knows its number among the marked ones."""

    __NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents"]  # noqa: RUF012 - the toolkit's way


class StreamObject(pdfdoc.PDFObject):  # type: ignore[misc]
    """Compressed operators as they are; the toolkit's own stream would compress or encode them once more."""

    __RefOnly__ = 1

    def __init__(self, content: bytes) -> None:
        self._content = content

    def format(self, _document: object) -> bytes:
        """The whole stream object."""
        head = f"<</Filter/FlateDecode/Length {len(self._content)}>>\nstream\n".encode("ascii")
        return head + self._content + b"\nendstream\n"


def packed(code: list[str]) -> Packed:
    """The operators of a page, or of a part of it, in the order of drawing."""
    return Packed.of("\n".join([*code, ""]))
