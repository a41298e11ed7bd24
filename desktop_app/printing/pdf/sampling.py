"""Sample of the pages of a long paper that are looked into when its archive form is proved."""

from __future__ import annotations

from typing import Final

from pikepdf import Dictionary, Object, Pdf

LONG: Final = 64
"""Papers of more pages than this are proved by a sample; looking into each page takes longer than setting it."""
_EVENLY: Final = 24
_BOOKMARKS: Final = 4


def keep_sample(opened: Pdf) -> None:
    """Take away all pages but the sample, and the structure, which refers to every page.

    The catalog, the metadata, the fonts and the attachment stay and are proved whole. The sample holds the first and
    the last page of every kind (by the fonts, pictures and links that a page uses) and pages evenly spaced between.
    Of the bookmarks the first ones stay on each level: all are written alike, and a year has thousands of them.
    """
    kept = sample([_kind(page.obj) for page in opened.pages])
    if "/StructTreeRoot" in opened.Root:
        del opened.Root.StructTreeRoot
    if "/Outlines" in opened.Root:
        _keep_first_bookmarks(opened.Root.Outlines)
    for number in range(len(opened.pages) - 1, -1, -1):
        if number not in kept:
            del opened.pages[number]


def _keep_first_bookmarks(parent: Object) -> None:
    """End every level of the bookmarks below ``parent`` after its first few."""
    entry = parent.get("/First")
    for _ in range(_BOOKMARKS - 1):
        if entry is None:
            return
        _keep_first_bookmarks(entry)
        entry = entry.get("/Next")
    if entry is not None:
        _keep_first_bookmarks(entry)
        parent.Last = entry
        if "/Next" in entry:
            del entry.Next


def _kind(page: Dictionary) -> tuple[str, ...]:
    """What a page draws with: its fonts, pictures and states by name, and whether links lie on it."""
    names = [
        f"{kind}{name}" for kind, found in page.Resources.items() if isinstance(found, Dictionary) for name in found
    ]
    return (*sorted(names), "links" if "/Annots" in page else "")


def sample(kinds: list[tuple[str, ...]]) -> set[int]:
    """Numbers of pages: the first and the last of each kind, the last of all, and some between."""
    first = {kind: number for number, kind in reversed(list(enumerate(kinds)))}
    last = {kind: number for number, kind in enumerate(kinds)}
    evenly = range(0, len(kinds), max(len(kinds) // _EVENLY, 1))
    return {*first.values(), *last.values(), *evenly, len(kinds) - 1}
