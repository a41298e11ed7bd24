"""A paper that was made: what was ordered, its document and file, and which of its letters went to the printer."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.documents.paper_orders import PaperOrder


@dataclass(frozen=True, slots=True, eq=False)
class MadePaper:
    """A paper that is there: what was ordered, the document, and the file of that very document.

    ``first_pages`` are those on which its letters begin, from 0. ``rows`` of the register will be made when it is
    printed and entered; one that is made for ``entering`` bears their numbers.
    """

    order: PaperOrder
    paper: Paper[Any]
    pdf: bytes
    first_pages: tuple[int, ...]
    rows: int = 0
    entering: bool = False


def printed_letters(first_pages: Collection[int], count: int, printed: Collection[int]) -> frozenset[int]:
    """The letters, from 0, of a paper of so many pages whose pages are all among those printed."""
    letters = [range(first, end) for first, end in pairwise([*first_pages, count])]
    return frozenset(place for place, pages in enumerate(letters) if all(page in printed for page in pages))
