"""Finishing of a PDF file from drawn pages: structure, links, archive form; equal input gives equal bytes."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Final

import pikepdf
from pikepdf import Name, Pdf

from desktop_app.domain.documents.paper_kinds import Profile
from desktop_app.domain.documents.snapshots import canonical_json
from desktop_app.printing.layout.gc_paused import gc_paused
from desktop_app.printing.layout.structure import DrawnPages
from desktop_app.printing.pdf import archive
from desktop_app.printing.pdf.attachment import Attachment, attach
from desktop_app.printing.pdf.page_labels import label_pages
from desktop_app.printing.pdf.structured import reserve, with_structure
from desktop_app.printing.script.normalise import NO_BREAK

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
    """The file of the pages in an archive form; equal input gives equal bytes.

    ``made_at`` is UTC text ending in ``Z``. A frozen ``document`` goes along as JSON under the name ``named`` where the
    form allows it (PDF/A-3). Nothing may rewrite the bytes after this. Raises ``EnvironmentProblem`` with
    ``pdf_not_archival`` if the form's rules are not met.
    """
    with gc_paused():
        pdf = unproved(pages, title=title, made_at=made_at, document=document, named=named, profile=profile)
        count = len(pages.objects)
        del pages  # the proof of a long paper needs the room
        archive.prove(pdf, profile, count)
        return pdf


def unproved(
    pages: DrawnPages,
    *,
    title: str,
    made_at: str = CANVAS_DAY,
    document: object | None = None,
    named: str = "document",
    profile: Profile = Profile.A_3B,
) -> bytes:
    """The same bytes before anybody has looked into them."""
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
            reserve(opened, pages.record, profile)
            base = archive.saved(opened, profile)
        return with_structure(base, pages.record, profile)


def _clean(opened: Pdf) -> None:
    """Drop what the canvas says of how to show bookmarks, and an empty slide-show effect, which archives forbid."""
    for name in ("/PageMode", "/Outlines"):
        if name in opened.Root:
            del opened.Root[name]
    for page in opened.pages:
        if "/Trans" in page.obj:
            del page.obj["/Trans"]


def _describe(opened: Pdf, title: str, made_at: str) -> None:
    """Say what the file is, in both places that readers look at; the day is the record's, not today's."""
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
