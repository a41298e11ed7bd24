"""Ways through a file: links from words to places, and the bookmarks that readers show beside the pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.printing.layout.structure import Bookmark, LinkBox, Place, Record
from desktop_app.printing.pdf.objects import Section, text_string

_FEWEST_BOOKMARKS = 2


def has_outline(record: Record) -> bool:
    """Whether a paper has bookmarks: one with a single heading has none."""
    return len(record.bookmarks) >= _FEWEST_BOOKMARKS


def links_by_page(record: Record) -> dict[int, list[LinkBox]]:
    """The links of each page that has any; a link to an anchor that was never drawn is a bug of the caller."""
    found: dict[int, list[LinkBox]] = defaultdict(list)
    for link in record.links:
        if link.key not in record.anchors:
            raise ValueError(f"no anchor {link.key!r} to lead to")
        found[link.page].append(link)
    return found


def write_link(record: Record, pages: Sequence[int], link: LinkBox, key: int) -> str:
    """The annotation of a link; ``pages`` are object numbers, ``key`` finds its element in the structure."""
    box = " ".join(f"{side:.2f}" for side in link.box)
    target = _destination(pages, record.anchors[link.key])
    return (
        f"<</Type/Annot/Subtype/Link/Rect[{box}]/Border[0 0 0]/F 4/Dest{target}"
        f"/Contents {text_string(link.words)}/StructParent {key}>>"
    )


def _destination(pages: Sequence[int], place: Place) -> str:
    """A place as readers jump to it: its height at the upper edge of the window, the zoom left alone."""
    return f"[{pages[place.page]} 0 R/XYZ null {place.top + 6:.0f} null]"


@dataclass(slots=True)
class _Entry:
    number: int
    bookmark: Bookmark | None
    inner: list[_Entry] = field(default_factory=list)


def write_outline(record: Record, pages: Sequence[int], section: Section, number: int) -> None:
    """The bookmarks; ``number`` is kept for their root, ``pages`` are object numbers."""
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
    """The chain of a level; what lies below it starts closed, but for the entry that is shown open."""
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
