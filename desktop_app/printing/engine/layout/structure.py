"""Logical structure of drawn pages: elements, link rectangles, anchors and bookmarks.

An element belongs to its flowable, not to a page: parts of a split paragraph, row or cell draw into the same one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

MOST_MARKS: Final = 1 << 16
"""A page has fewer marks than this, so that one number holds page and mark."""


class Node:
    """An element of the logical structure: role (ISO 32000-1, 14.8.4) and children in reading order.

    Kids are nodes, marks on pages (``page * MOST_MARKS + mark``, the first page is 0) and links. ``attributes`` is
    the inside of the element's attribute dictionary in PDF syntax, ``alternative`` the words for whoever cannot see.
    """

    __slots__ = ("alternative", "attributes", "kids", "placed", "role")

    def __init__(self, role: str, *, attributes: str = "", alternative: str = "") -> None:
        self.role = role
        self.attributes = attributes
        self.alternative = alternative
        self.kids: list[Node | int | LinkBox] = []
        self.placed = False


@dataclass(frozen=True, slots=True, eq=False)
class LinkBox:
    """A link rectangle on a page; ``box`` is left, bottom, right, top in points."""

    page: int
    box: tuple[float, float, float, float]
    key: str
    words: str


@dataclass(frozen=True, slots=True)
class PageHeight:
    """A height on a page; the first page is 0."""

    page: int
    top: float


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading in the list of bookmarks."""

    level: int
    title: str
    place: PageHeight


@dataclass(slots=True)
class Record:
    """Everything the canvas notes in addition to the drawing: structure, anchors, bookmarks, links."""

    root: Node = field(default_factory=lambda: Node("Document"))
    anchors: dict[str, PageHeight] = field(default_factory=dict)
    bookmarks: list[Bookmark] = field(default_factory=list)
    links: list[LinkBox] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class DrawnPages:
    """Drawn pages before finishing: bytes, object numbers of the pages, and the record of the canvas.

    ``first_pages`` are those on which a part begins, from 0.
    """

    pdf: bytes
    objects: tuple[int, ...]
    record: Record
    first_pages: tuple[int, ...] = (0,)
