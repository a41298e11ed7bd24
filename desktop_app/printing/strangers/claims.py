"""Claims of a PDF: the codes printed on its pages and the document inside it, read in the child process."""

from __future__ import annotations

import re
from typing import Final

from desktop_app.domain.documents.document_kinds import DOCUMENTS
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress
from desktop_app.domain.verifying.paper_codes import PRINTED
from desktop_app.printing.pages import OpenPdf
from desktop_app.printing.pdf.attachment import attached

_KINDS: Final = {cls.__name__.removesuffix("Document"): kind.value for kind, cls in DOCUMENTS.items()}
_ABOUT: Final = re.compile(r"(\w+), schema \d+")


def codes_of(opened: OpenPdf, told: Progress) -> list[tuple[str, ...]]:
    """The codes on each page that has text."""
    codes = []
    for number in range(opened.count):
        if opened.text(number).strip():
            codes.append(opened.words_at(number, PRINTED))
        told(number + 1, opened.count)
    return codes


def source_of(content: bytes) -> tuple[bytes, str]:
    """The JSON inside the file and its kind; nothing where there is none that the program could have put there."""
    try:
        found = attached(content)
        about = _ABOUT.fullmatch(found.about)
        kind = _KINDS.get(about[1], "") if about is not None else ""
        return (found.content.decode("utf-8").encode("utf-8"), kind) if kind else (b"", "")
    except (EnvironmentProblem, AttributeError, KeyError, TypeError, ValueError):
        return b"", ""
