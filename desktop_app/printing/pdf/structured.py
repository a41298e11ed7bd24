"""The structure, the bookmarks and the links of a paper, written behind a file that has kept their places.

They come last and as text: making a file ready looks at every object of it several times, and a year has a quarter of
a million of these.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from desktop_app.domain.documents.paper_kinds import Profile
from desktop_app.printing.layout.structure import LinkBox, Record
from desktop_app.printing.pdf import navigation
from desktop_app.printing.pdf.objects import Base, PackedObjects, PlainObjects, Section
from desktop_app.printing.pdf.structure_tree import StructureTree


def reserve(opened: Pdf, record: Record, profile: Profile) -> None:
    """Give the catalog and the pages empty objects where structure, bookmarks and links will be."""
    root = opened.Root
    root.StructTreeRoot = _empty(opened)
    if navigation.has_outline(record):
        root.Outlines = _empty(opened)
    links = navigation.links_by_page(record)
    for number, page in enumerate(opened.pages):
        if number in links:
            page.obj.Annots = Array([_empty(opened) for _ in links[number]])
            # links are walked in the order of the structure; PDF 1.4 has no word for that
            if profile is not Profile.A_1B:
                page.obj.Tabs = Name.S


def with_structure(pdf: bytes, record: Record, profile: Profile) -> bytes:
    """The file with everything that :func:`reserve` has kept a place for."""
    base, kept = _kept(pdf, record)
    section = Section(base, PlainObjects(base) if profile is Profile.A_1B else PackedObjects(base))
    tree = StructureTree(record.root, kept.pages, section, kept.links)
    tree.write(kept.tree)
    if kept.outline:
        navigation.write_outline(record, kept.pages, section, kept.outline)
    for link, number in kept.links.items():
        section.put(number, navigation.write_link(record, kept.pages, link, tree.key(link)))
    return section.appended()


@dataclass(frozen=True, slots=True)
class _Kept:
    """Object numbers in the saved file; ``outline`` is 0 where there are no bookmarks."""

    pages: tuple[int, ...]
    tree: int
    outline: int
    links: dict[LinkBox, int]


def _kept(pdf: bytes, record: Record) -> tuple[Base, _Kept]:
    links = navigation.links_by_page(record)
    with pikepdf.open(BytesIO(pdf), inherit_page_attributes=False) as opened:
        pages = [page.obj for page in opened.pages]
        numbers = {
            link: _number(found)
            for page, boxes in links.items()
            for link, found in zip(boxes, pages[page].Annots, strict=True)
        }
        outline = opened.Root.get("/Outlines")
        kept = _Kept(
            pages=tuple(map(_number, pages)),
            tree=_number(opened.Root.StructTreeRoot),
            outline=0 if outline is None else _number(outline),
            # in the order in which the words were drawn, as the structure numbers them
            links={link: numbers[link] for link in record.links},
        )
        return Base.of(pdf, opened), kept


def _empty(opened: Pdf) -> Object:
    return opened.make_indirect(Dictionary())


def _number(found: Object) -> int:
    return found.objgen[0]
