"""A paper that was made: what was ordered, its document and file, and which of its letters are on paper by now."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.services.documents.documents import Paper
from desktop_app.services.documents.single_letters import single_letters


@dataclass(frozen=True, slots=True, eq=False)
class MadePaper:
    """A paper that is there: what was ordered, the document, and the file of that very document.

    ``first_pages`` are those on which its letters begin, and ``printed`` the pages that went to the printer so far,
    both from 0: the two sides of a sheet may be two jobs.
    """

    order: PaperOrder
    paper: Paper[Any]
    pdf: bytes
    first_pages: tuple[int, ...]
    printed: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class PrintedLetters:
    """Letters of a paper by their place in it, from 0: those of which every page is on paper, and those with any."""

    whole: frozenset[int]
    begun: frozenset[int]


def printed_letters(made: MadePaper, count: int) -> PrintedLetters:
    """Which letters of a paper of so many pages are on paper by now."""
    letters = [set(range(first, end)) for first, end in pairwise([*made.first_pages, count])]
    return PrintedLetters(
        frozenset(place for place, pages in enumerate(letters) if pages <= made.printed),
        frozenset(place for place, pages in enumerate(letters) if pages & made.printed),
    )


def still_printed(earlier: MadePaper, made: MadePaper) -> set[int]:
    """The printed pages of a paper that say the same when it was made anew: those of letters that did not change.

    What was entered for some letters may have given the others new numbers, and other pages therewith.
    """
    if earlier.order != made.order or not earlier.printed or earlier.first_pages != made.first_pages:
        return set()
    before, now = _letters(earlier), _letters(made)
    changed = [place for place, (old, new) in enumerate(zip(before, now, strict=True)) if old != new]
    return {page for page in earlier.printed if bisect_right(made.first_pages, page) - 1 not in changed}


def _letters(made: MadePaper) -> tuple[Any, ...]:
    """A paper that is no letter is a single part."""
    return tuple(single_letters(made.order.kind, made.paper.document)) or (made.paper.document,)
