"""Single letters of a paper: each as the register keeps it, a document of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from desktop_app.domain.documents.paper_kinds import PaperKind


def single_letters(kind: PaperKind, document: Any) -> Iterator[Any]:  # noqa: ANN401 - a document of whatever kind
    """One document for each letter, in their order; nothing of a paper that is none."""
    if kind is PaperKind.INVITATION:
        yield from (replace(document, addressees=(one,)) for one in document.addressees)
    elif kind is PaperKind.EXTRACT:
        yield from (replace(document, letterhead=one.letterhead, letters=(one,)) for one in document.letters)
    elif kind is PaperKind.REMINDER:
        yield from (replace(document, letters=(one,)) for one in document.letters)
    elif kind is PaperKind.LETTER:
        yield document
