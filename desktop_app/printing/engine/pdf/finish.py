"""Finishing of a PDF from drawn pages: structure, links, bookmarks, archival form; deterministic.

The logical structure (ISO 32000-1, 14.7) is what reading aloud and reflow go by. Structure, bookmarks and links are
written behind a file that has reserved their objects. They come last and as text: making a file ready looks at every
object of it several times, and a year has a quarter of a million of these.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from desktop_app.domain.documents.paper_kinds import Profile
from desktop_app.domain.documents.snapshots import canonical_json
from desktop_app.printing.engine.layout.flow import gc_paused
from desktop_app.printing.engine.layout.structure import (
    MOST_MARKS,
    Bookmark,
    DrawnPages,
    LinkBox,
    Node,
    PageHeight,
    Record,
)
from desktop_app.printing.engine.pdf import archive
from desktop_app.printing.engine.pdf.archive import Attachment, attach
from desktop_app.printing.engine.pdf.objects import Base, PackedObjects, PlainObjects, Section, text_string
from desktop_app.printing.engine.pdf.page_labels import label_pages
from desktop_app.printing.engine.script.letters import NO_BREAK

_FEWEST_BOOKMARKS = 2


def has_outline(record: Record) -> bool:
    """Whether a paper has bookmarks; a single heading gets none."""
    return len(record.bookmarks) >= _FEWEST_BOOKMARKS


def links_by_page(record: Record) -> dict[int, list[LinkBox]]:
    """Return the links by page; a link to an anchor that was never drawn is a programming error."""
    found: dict[int, list[LinkBox]] = defaultdict(list)
    for link in record.links:
        if link.key not in record.anchors:
            raise ValueError(f"no anchor {link.key!r} to lead to")
        found[link.page].append(link)
    return found


def write_link(record: Record, pages: Sequence[int], link: LinkBox, key: int) -> str:
    """Return the annotation of a link; ``pages`` are object numbers, ``key`` finds its structure element."""
    box = " ".join(f"{side:.2f}" for side in link.box)
    target = _destination(pages, record.anchors[link.key])
    return (
        f"<</Type/Annot/Subtype/Link/Rect[{box}]/Border[0 0 0]/F 4/Dest{target}"
        f"/Contents {text_string(link.words)}/StructParent {key}>>"
    )


def _destination(pages: Sequence[int], place: PageHeight) -> str:
    """Return a position as a PDF destination: its height at the upper edge, zoom unchanged."""
    return f"[{pages[place.page]} 0 R/XYZ null {place.top + 6:.0f} null]"


@dataclass(slots=True)
class _Entry:
    number: int
    bookmark: Bookmark | None
    inner: list[_Entry] = field(default_factory=list)


def write_outline(record: Record, pages: Sequence[int], section: Section, number: int) -> None:
    """Write the bookmarks; ``number`` is reserved for their root, ``pages`` are object numbers."""
    root = _Entry(number, None)
    path = [root]
    for bookmark in record.bookmarks:
        entry = _Entry(section.reserve(), bookmark)
        del path[bookmark.level :]
        path[-1].inner.append(entry)
        path.append(entry)
    # under a single title its sections stand open
    shown = root.inner[0] if len(root.inner) == 1 else None
    count = len(root.inner) + (len(shown.inner) if shown else 0)
    section.put(root.number, f"<</Type/Outlines/First {_ends(root)}/Count {count}>>")
    _write_entries(pages, section, root, shown)


def _ends(entry: _Entry) -> str:
    return f"{entry.inner[0].number} 0 R/Last {entry.inner[-1].number} 0 R"


def _write_entries(pages: Sequence[int], section: Section, parent: _Entry, shown: _Entry | None = None) -> None:
    """Write the chain of one level; entries below it are closed, except below ``shown``."""
    for place, entry in enumerate(parent.inner):
        assert entry.bookmark is not None
        parts = [
            f"<</Title {text_string(entry.bookmark.title)}/Parent {parent.number} 0 R",
            f"/Dest{_destination(pages, entry.bookmark.place)}",
        ]
        if place:
            parts.append(f"/Prev {parent.inner[place - 1].number} 0 R")
        if place + 1 < len(parent.inner):
            parts.append(f"/Next {parent.inner[place + 1].number} 0 R")
        if entry.inner:
            parts.append(f"/First {_ends(entry)}/Count {len(entry.inner) if entry is shown else -len(entry.inner)}")
            _write_entries(pages, section, entry)
        section.put(entry.number, "".join([*parts, ">>"]))


_HOLDS_WORDS: Final = frozenset({"TD", "TH", "LBody"})
"""Elements whose only paragraph says nothing that they do not say themselves."""
_GROUPS: Final = {"Document": "Div", "Table": "TBody"}
_LEAF: Final = 1000
_MOST_KIDS: Final = 8000
"""An array of PDF/A-1 holds 8191 values."""


class StructureTree:
    """Writes the structure elements, and the element of each mark on a page."""

    def __init__(self, root: Node, pages: tuple[int, ...], section: Section, annotations: dict[LinkBox, int]) -> None:
        self._section = section
        self._pages = pages
        self._annotations = annotations
        self._owners: list[list[tuple[int, int]]] = [[] for _ in pages]
        self._links: list[tuple[int, int]] = []
        self._keys = {link: len(pages) + number for number, link in enumerate(annotations)}
        self._root = root

    def write(self, root: int) -> None:
        """Write all elements; ``root`` is the number reserved for their root."""
        document = self._element(self._root, root)
        keys = [(page, self._page_array(page)) for page in range(len(self._pages))]
        parents = self._number_tree([*keys, *sorted(self._links)])
        following = len(self._pages) + len(self._keys)
        self._section.put(
            root,
            f"<</Type/StructTreeRoot/K {document} 0 R/ParentTree {parents} 0 R/ParentTreeNextKey {following}>>",
        )

    def _number_tree(self, keys: list[tuple[int, int]]) -> int:
        """Write the tree from numbers to objects, in leaves within the limits of PDF/A-1."""
        leaves = []
        for at in range(0, len(keys), _LEAF):
            part = keys[at : at + _LEAF]
            pairs = "\n".join(f"{key} {found} 0 R" for key, found in part)
            leaves.append(self._section.add(f"<</Limits[{part[0][0]} {part[-1][0]}]/Nums[{pairs}]>>"))
        return self._section.add(f"<</Kids[{' '.join(f'{leaf} 0 R' for leaf in leaves)}]>>")

    def key(self, link: LinkBox) -> int:
        """Return the number by which a link's annotation is in the tree."""
        return self._keys[link]

    def _page_array(self, page: int) -> int:
        owners = [owner for _, owner in sorted(self._owners[page])]
        return self._section.add("[" + " ".join(f"{owner} 0 R" for owner in owners) + "]")

    def _element(self, node: Node, parent: int) -> int:
        number = self._section.reserve()
        kids = _children_to_write(node)
        home = _first_page(kids)
        parts = [f"<</S/{node.role}/P {parent} 0 R"]
        if home is not None:
            parts.append(f"/Pg {self._pages[home]} 0 R")
        if node.alternative:
            parts.append(f"/Alt {text_string(node.alternative)}")
        if node.attributes:
            parts.append(f"/A<<{node.attributes}>>")
        written = [
            f"{self._element(kid, number)} 0 R" if isinstance(kid, Node) else self._content(kid, number, home)
            for kid in kids
        ]
        if written:
            parts.append(f"/K {written[0]}" if len(written) == 1 else f"/K[{' '.join(written)}]")
        self._section.put(number, "".join([*parts, ">>"]))
        return number

    def _content(self, kid: int | LinkBox, owner: int, home: int | None) -> str:
        if isinstance(kid, LinkBox):
            self._links.append((self._keys[kid], owner))
            return f"<</Type/OBJR/Pg {self._pages[kid.page]} 0 R/Obj {self._annotations[kid]} 0 R>>"
        page, mark = divmod(kid, MOST_MARKS)
        self._owners[page].append((mark, owner))
        return str(mark) if page == home else f"<</Type/MCR/Pg {self._pages[page]} 0 R/MCID {mark}>>"


def _children_to_write(node: Node) -> list[Node | int | LinkBox]:
    """Return the children to write; a single paragraph is replaced by its own children."""
    kids = node.kids
    if len(kids) == 1 and node.role in _HOLDS_WORDS:
        only = kids[0]
        return only.kids if isinstance(only, Node) and only.role == "P" else kids
    return kids if len(kids) <= _MOST_KIDS else _grouped_children(node)


def _first_page(kids: list[Node | int | LinkBox]) -> int | None:
    """Return the page of the first mark among the children; pages begin at 0."""
    for kid in kids:
        if isinstance(kid, int):
            return kid // MOST_MARKS
    return None


def _grouped_children(node: Node) -> list[Node | int | LinkBox]:
    """Return the children of an element in groups, because one array cannot hold them all."""
    role = _GROUPS.get(node.role)
    if role is None:
        return node.kids
    groups: list[Node | int | LinkBox] = []
    for at in range(0, len(node.kids), _MOST_KIDS):
        group = Node(role)
        group.kids = node.kids[at : at + _MOST_KIDS]
        groups.append(group)
    return groups


def reserve_objects(opened: Pdf, record: Record, profile: Profile) -> None:
    """Reserve objects of the catalog and the pages for structure, bookmarks and links."""
    root = opened.Root
    root.StructTreeRoot = _empty(opened)
    if has_outline(record):
        root.Outlines = _empty(opened)
    links = links_by_page(record)
    for number, page in enumerate(opened.pages):
        if number in links:
            page.obj.Annots = Array([_empty(opened) for _ in links[number]])
            # links are walked in the order of the structure; PDF 1.4 has no word for that
            if profile is not Profile.A_1B:
                page.obj.Tabs = Name.S


def with_structure(pdf: bytes, record: Record, profile: Profile) -> bytes:
    """Return the file with everything that :func:`reserve_objects` has reserved objects for."""
    base, kept = _kept(pdf, record)
    section = Section(base, PlainObjects(base) if profile is Profile.A_1B else PackedObjects(base))
    tree = StructureTree(record.root, kept.pages, section, kept.links)
    tree.write(kept.tree)
    if kept.outline:
        write_outline(record, kept.pages, section, kept.outline)
    for link, number in kept.links.items():
        section.put(number, write_link(record, kept.pages, link, tree.key(link)))
    return section.appended()


@dataclass(frozen=True, slots=True)
class _ReservedNumbers:
    """Object numbers in the saved file; ``outline`` is 0 without bookmarks."""

    pages: tuple[int, ...]
    tree: int
    outline: int
    links: dict[LinkBox, int]


def _kept(pdf: bytes, record: Record) -> tuple[Base, _ReservedNumbers]:
    links = links_by_page(record)
    with pikepdf.open(BytesIO(pdf), inherit_page_attributes=False) as opened:
        pages = [page.obj for page in opened.pages]
        numbers = {
            link: _number(found)
            for page, boxes in links.items()
            for link, found in zip(boxes, pages[page].Annots, strict=True)
        }
        outline = opened.Root.get("/Outlines")
        kept = _ReservedNumbers(
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


CANVAS_DAY: Final = "2000-01-01T00:00:00Z"
"""The instant that paper bears which has no record of its own."""

LANGUAGE: Final = "fa-IR"
_PRODUCER: Final = "Dabirkhaneh"
_INSTANT: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z")


def finish(
    pages: DrawnPages,
    *,
    title: str,
    made_at: str = CANVAS_DAY,
    document: object | None = None,
    named: str = "document",
    profile: Profile = Profile.A_3B,
) -> bytes:
    """Return the PDF file of the pages in an archival form; equal input gives equal bytes.

    ``made_at`` is UTC text ending in ``Z``. A frozen ``document`` goes along as JSON under the name ``named`` where the
    form allows it (PDF/A-3). Nothing may rewrite the bytes after this. Raises ``EnvironmentProblem`` with
    ``pdf_not_archival`` if the form's rules are not met.
    """
    with gc_paused():
        pdf = finish_unchecked(pages, title=title, made_at=made_at, document=document, named=named, profile=profile)
        count = len(pages.objects)
        del pages  # the proof of a long paper needs the room
        archive.check_archival_form(pdf, profile, count)
        return pdf


def finish_unchecked(
    pages: DrawnPages,
    *,
    title: str,
    made_at: str = CANVAS_DAY,
    document: object | None = None,
    named: str = "document",
    profile: Profile = Profile.A_3B,
) -> bytes:
    """Return the file without the check of the archival form."""
    stamp = _pdf_date(made_at)
    source = _source(document, named) if document is not None and profile is Profile.A_3B else None
    with gc_paused():
        with pikepdf.open(BytesIO(pages.pdf), inherit_page_attributes=False) as opened:
            _clean(opened)
            archive.prepare(opened, profile)
            _describe(opened, title, made_at)
            label_pages(opened, pages.first_pages)
            # what comes only now is not searched for what could have to be repaired
            if source is not None:
                attach(opened, source, stamp)
            reserve_objects(opened, pages.record, profile)
            base = archive.saved_bytes(opened, profile)
        return with_structure(base, pages.record, profile)


def _clean(opened: Pdf) -> None:
    """Remove the canvas's bookmark setting and an empty slide-show effect, which the archival form forbids."""
    for name in ("/PageMode", "/Outlines"):
        if name in opened.Root:
            del opened.Root[name]
    for page in opened.pages:
        if "/Trans" in page.obj:
            del page.obj["/Trans"]


def _describe(opened: Pdf, title: str, made_at: str) -> None:
    """Write title, author and date in both metadata of the PDF; the date is the record's, not today's."""
    root, facts = opened.Root, opened.docinfo
    root.Lang = pikepdf.String(LANGUAGE)
    root.MarkInfo = pikepdf.Dictionary(Marked=True)
    title = title.replace(NO_BREAK, " ")  # what ties words on a line of paper means nothing in a title
    # The window of a reader shows the title, not the file name; two pages side by side run right to left
    root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True, Direction=Name.R2L)
    facts["/Title"] = pikepdf.String(title)
    facts["/Producer"] = pikepdf.String(_PRODUCER)
    for name in ("/CreationDate", "/ModDate"):
        facts[name] = pikepdf.String(_pdf_date(made_at))
    with opened.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = title
        metadata["dc:language"] = [LANGUAGE]
        metadata["pdf:Producer"] = _PRODUCER
        for name in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
            metadata[name] = made_at


def _source(document: object, named: str) -> Attachment:
    kind = type(document).__name__.removesuffix("Document")
    content = canonical_json(document).encode("utf-8")
    return Attachment(f"{named}.json", content, f"{kind}, schema {getattr(document, 'schema', 1)}")


def _pdf_date(instant: str) -> str:
    match = _INSTANT.fullmatch(instant)
    if match is None:
        raise ValueError(f"no UTC instant: {instant!r}")
    return "D:" + "".join(match.groups()) + "Z"
