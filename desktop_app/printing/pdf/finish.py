"""From drawn pages to the file that leaves the house: structure, links, archive form, and nothing left to chance."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import Final

import pikepdf
from pikepdf import Name, ObjectStreamMode, Pdf

from desktop_app.domain.paper_kinds import Profile
from desktop_app.domain.snapshots import canonical_json
from desktop_app.printing.layout.structure import Pages
from desktop_app.printing.layout.undisturbed import undisturbed
from desktop_app.printing.pdf import archive, navigation, sampling
from desktop_app.printing.pdf.attachment import Attachment, attach
from desktop_app.printing.pdf.objects import Section
from desktop_app.printing.pdf.structure_tree import StructureTree
from desktop_app.printing.script.normalise import NO_BREAK

CANVAS_DAY: Final = "2000-01-01T00:00:00Z"
"""The instant that paper bears which has no record of its own."""

LANGUAGE: Final = "fa-IR"
_PRODUCER: Final = "Dabirkhaneh"
_INSTANT: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z")


@undisturbed()
def finish(
    pages: Pages,
    *,
    title: str,
    made_at: str = CANVAS_DAY,
    document: object | None = None,
    named: str = "document",
    profile: Profile = Profile.A_3B,
) -> bytes:
    """The file of the pages in an archive form; equal input gives equal bytes.

    ``made_at`` is UTC text ending in ``Z``. A frozen ``document`` goes along as JSON under the name ``named`` where the
    form allows it (PDF/A-3). Nothing may rewrite the bytes after this. Raises ``EnvironmentProblem`` with
    ``pdf_not_archival`` if the form's rules are not met.
    """
    stamp = _pdf_date(made_at)
    source = _source(document, named) if document is not None and profile is Profile.A_3B else None
    with pikepdf.open(BytesIO(pages.pdf), inherit_page_attributes=False) as opened:
        _describe(opened, title, made_at)
        if source is not None:
            attach(opened, source, stamp)
        archive.prepare(opened, profile, made_at, _PRODUCER)
        for name in ("/CreationDate", "/ModDate"):
            opened.docinfo[name] = pikepdf.String(stamp)
        plain, objects = _renumbered(opened)
    pdf, entries, links = _with_structure(replace(pages, pdf=plain, objects=objects))
    del pages, plain  # the check of a long paper needs the room
    with pikepdf.open(BytesIO(pdf), inherit_page_attributes=False) as opened:
        _adopt(opened, entries, links, profile)
        if len(opened.pages) <= sampling.LONG:
            return archive.save(opened, profile)
        with pikepdf.open(BytesIO(pdf), inherit_page_attributes=False) as sample:
            _adopt(sample, entries, links, profile)
            sampling.keep_sample(sample)
            return archive.save(opened, profile, sample)


def _renumbered(opened: Pdf) -> tuple[bytes, tuple[int, ...]]:
    """The file as objects that more can follow, and the new number of each page.

    The structure comes only now: making a file ready looks at every object of it several times.
    """
    for page in opened.pages:
        # the canvas writes an empty slide-show effect on each page, which archive rules forbid
        if "/Trans" in page.obj:
            del page.obj["/Trans"]
    out = BytesIO()
    opened.save(out, object_stream_mode=ObjectStreamMode.disable, compress_streams=False, static_id=True)
    with pikepdf.open(out, inherit_page_attributes=False) as again:
        objects = tuple(page.obj.objgen[0] for page in again.pages)
    return out.getvalue(), objects


def _with_structure(pages: Pages) -> tuple[bytes, dict[str, int], dict[int, list[int]]]:
    """The file with its structure and links added: bytes, root objects by their names, annotations by page."""
    section = Section(pages.pdf)
    annotations = navigation.reserve_links(pages, section)
    tree = StructureTree(pages, section, annotations)
    entries = {"/StructTreeRoot": tree.write(), "/Outlines": navigation.write_outline(pages, section)}
    for link, number in annotations.items():
        section.put(number, navigation.write_link(pages, link, tree.key(link)))
    return section.appended(), entries, navigation.links_by_page(annotations)


def _adopt(opened: Pdf, entries: dict[str, int], links: dict[int, list[int]], profile: Profile) -> None:
    """Hang what was added into the catalog and the pages."""
    root = opened.Root
    for name in ("/PageMode", "/Outlines"):
        if name in root:
            del root[name]
    for name, number in entries.items():
        if number:
            root[name] = opened.get_object(number, 0)
    for number, page in enumerate(opened.pages):
        if number in links:
            page.obj.Annots = pikepdf.Array([opened.get_object(link, 0) for link in links[number]])
            # links are walked in the order of the structure; PDF 1.4 has no word for that
            if profile is not Profile.A_1B:
                page.obj.Tabs = Name.S


def _describe(opened: Pdf, title: str, made_at: str) -> None:
    opened.Root.Lang = pikepdf.String(LANGUAGE)
    opened.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
    title = title.replace(NO_BREAK, " ")  # what ties words on a line of paper means nothing in a title
    # The window of a reader shows the title, not the file name; two pages side by side run right to left
    opened.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True, Direction=Name.R2L)
    opened.docinfo["/Title"] = pikepdf.String(title)
    with opened.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = title
        metadata["dc:language"] = [LANGUAGE]
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
