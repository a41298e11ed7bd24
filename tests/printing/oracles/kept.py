"""Headings that part from what follows them, and heads of tables that part from their first row, by the structure."""

from __future__ import annotations

from itertools import pairwise

from tests.printing.oracles import structure
from tests.printing.oracles.structure import Element

HEADINGS = frozenset({"H1", "H2", "H3"})


def parted(pdf: bytes) -> list[str]:
    """What stands alone at the foot of a page, or on two pages, though it belongs to what follows."""
    root = structure.read(pdf).root
    return [*_headings(root), *(fault for table in root.find("Table") for fault in _heads(table))]


def _headings(root: Element) -> list[str]:
    """Headings whose words stand on two pages, or after which nothing is said on their page."""
    flat = [element for element in root.all() if element.own]
    found = []
    for element, following in pairwise(flat):
        if element.role in HEADINGS:
            if len(element.pages) > 1:
                found.append(f"{element.own[::-1]} stands on two pages")
            elif not element.pages & following.pages:
                found.append(f"{element.own[::-1]} is the last of its page")
    return found


def _heads(table: Element) -> list[str]:
    """Heads of columns on another page than the first row below them."""
    rows = table.find("TR")
    body = [row for row in rows if any(cell.role == "TD" for cell in row.kids)]
    heads = rows[: rows.index(body[0])] if body else []
    if not heads or _pages(heads[-1]) & _pages(body[0]):
        return []
    return [f"{heads[-1].letters[::-1]} is parted from the first row"]


def _pages(element: Element) -> set[int]:
    return {page for one in element.all() for page in one.pages}
