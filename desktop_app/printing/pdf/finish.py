"""The last pass over the bytes that the canvas made: title, language, dates, and nothing left to chance."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Final

import pikepdf

CANVAS_DAY: Final = "2000-01-01T00:00:00Z"
"""The instant that paper bears which has no record of its own."""

_INSTANT: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z")


def finish(pdf: bytes, *, title: str, language: str = "fa-IR", made_at: str = CANVAS_DAY) -> bytes:
    """The same pages with title, language and dates of the record; equal input gives equal bytes.

    ``made_at`` is UTC text ending in ``Z``. Archive form, tags and attachment follow in a later step: they
    belong between :func:`_describe` and :func:`_save`, and nothing may rewrite the bytes after that.
    """
    with pikepdf.open(BytesIO(pdf)) as opened:
        _drop_transitions(opened)
        _describe(opened, title, language, made_at)
        return _save(opened)


def _drop_transitions(opened: pikepdf.Pdf) -> None:
    """The canvas writes an empty slide-show effect on each page, which archive rules forbid."""
    for page in opened.pages:
        if "/Trans" in page.obj:
            del page.obj["/Trans"]


def _describe(opened: pikepdf.Pdf, title: str, language: str, made_at: str) -> None:
    opened.Root.Lang = pikepdf.String(language)
    # The window of a reader shows the title, not the file name; two pages side by side run right to left
    opened.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True, Direction=pikepdf.Name.R2L)
    stamp = pikepdf.String(_pdf_date(made_at))
    opened.docinfo["/Title"] = pikepdf.String(title)
    opened.docinfo["/CreationDate"] = stamp
    opened.docinfo["/ModDate"] = stamp
    with opened.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = title
        metadata["dc:language"] = [language]
        for name in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
            metadata[name] = made_at


def _pdf_date(instant: str) -> str:
    match = _INSTANT.fullmatch(instant)
    if match is None:
        raise ValueError(f"no UTC instant: {instant!r}")
    return "D:" + "".join(match.groups()) + "Z"


def _save(opened: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    opened.remove_unreferenced_resources()
    opened.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()
