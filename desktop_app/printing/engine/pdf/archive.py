"""Archival form of a PDF (PDF/A): prepared, saved with equal bytes, and checked against its rules.

The logical document goes inside its own paper as canonical JSON, an associated file (ISO 19005-3, 6.8). Of a long paper
a sample of the pages is looked into when its form is proved.
"""

from __future__ import annotations

import logging
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from desktop_app.domain.documents.paper_kinds import Profile
from desktop_app.domain.errors import EnvironmentProblem

if TYPE_CHECKING:
    from pikepdf.pdfa import Report


LARGEST: Final = 64_000_000
"""Bytes of the document inside a paper."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A JSON file inside a PDF, with the shown name and a one-line description."""

    name: str
    content: bytes
    about: str


def attach(opened: Pdf, attachment: Attachment, stamp: str) -> None:
    """Attach the file as the source of the whole document; ``stamp`` is its day as a PDF date."""
    stream = opened.make_stream(attachment.content)
    stream.Type = Name.EmbeddedFile
    stream.Subtype = Name("/application/json")
    stream.Params = Dictionary(ModDate=String(stamp), Size=len(attachment.content))
    name = String(attachment.name)
    found = opened.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=name,
            UF=name,
            Desc=String(attachment.about),
            AFRelationship=Name.Source,
            EF=Dictionary(F=stream, UF=stream),
        )
    )
    opened.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([name, found])))
    opened.Root.AF = Array([found])


def attached_file(pdf: bytes) -> Attachment:
    """Return the file attached to a paper.

    Raises ``EnvironmentProblem``: ``pdf_without_source`` where there is none, and ``pdf_unreadable`` also for one that
    is larger than any document of the program.
    """
    try:
        with pikepdf.open(BytesIO(pdf)) as opened:
            for found in opened.Root.get("/AF", ()):
                if found.get("/AFRelationship") != Name.Source:
                    continue
                stream = found.EF.F
                if isinstance(stream, pikepdf.Stream):
                    return Attachment(str(found.UF), _uncompressed(stream), str(found.get("/Desc", "")))
    except (pikepdf.PikepdfError, ValueError, zlib.error) as error:
        raise EnvironmentProblem("pdf_unreadable") from error
    raise EnvironmentProblem("pdf_without_source")


def _uncompressed(stream: pikepdf.Stream) -> bytes:
    """Return the bytes of a stream; raises ``ValueError`` for more than :data:`LARGEST`, and for unknown filters."""
    content = bytes(stream.read_raw_bytes())
    if "/Filter" in stream:
        if stream.Filter != Name.FlateDecode:
            raise ValueError("packed otherwise")
        content = zlib.decompressobj().decompress(content, LARGEST + 1)
    if len(content) > LARGEST:
        raise ValueError("too large")
    return content


LONG: Final = 64
"""Papers of more pages than this are proved by a sample; looking into each page takes longer than setting it."""
_EVENLY: Final = 24
_BOOKMARKS: Final = 4


def keep_sample(opened: Pdf) -> None:
    """Remove all pages but a sample, and the structure, which refers to every page.

    The catalog, the metadata, the fonts and the attachment stay and are proved whole. The sample holds the first and
    the last page of every kind (by the fonts, pictures and links that a page uses) and pages evenly spaced between.
    Of the bookmarks the first ones stay on each level: all are written alike, and a year has thousands of them.
    """
    kept = sample_pages([_resources_of_page(page.obj) for page in opened.pages])
    if "/StructTreeRoot" in opened.Root:
        del opened.Root.StructTreeRoot
    if "/Outlines" in opened.Root:
        _keep_first_bookmarks(opened.Root.Outlines)
    for number in range(len(opened.pages) - 1, -1, -1):
        if number not in kept:
            del opened.pages[number]


def _keep_first_bookmarks(parent: Object) -> None:
    """Keep only the first few bookmarks of each level below ``parent``."""
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


def _resources_of_page(page: Dictionary) -> tuple[str, ...]:
    """Return the resources of a page by name: fonts, pictures, states, and whether it has links."""
    names = [
        f"{kind}{name}" for kind, found in page.Resources.items() if isinstance(found, Dictionary) for name in found
    ]
    return (*sorted(names), "links" if "/Annots" in page else "")


def sample_pages(kinds: list[tuple[str, ...]]) -> set[int]:
    """Return page numbers: the first and last of each kind, the last of all, and some between."""
    first = {kind: number for number, kind in reversed(list(enumerate(kinds)))}
    last = {kind: number for number, kind in enumerate(kinds)}
    evenly = range(0, len(kinds), max(len(kinds) // _EVENLY, 1))
    return {*first.values(), *last.values(), *evenly, len(kinds) - 1}


_FLAVOURS: Final = {Profile.A_3B: "3b", Profile.A_2B: "2b", Profile.A_1B: "1b"}
_log = logging.getLogger(__name__)


def prepare(opened: Pdf, profile: Profile) -> None:
    """Add output intent, XMP and the other parts of the archival form; day and producer are corrected later.

    The file says nothing of PDF/UA although it is tagged: the mark needs a description in the XMP that the check
    of the archive form does not know, and an archive form that is proved comes first.
    """
    from pikepdf import pdfa  # brings two libraries along that only this step needs

    pdfa.prepare(opened, _FLAVOURS[profile])


def saved_bytes(opened: Pdf, profile: Profile) -> bytes:
    """Return the bytes of the file as the archival form requires."""
    out = BytesIO()
    save(opened, profile, out)
    return out.getvalue()


def save(opened: Pdf, profile: Profile, out: BinaryIO) -> None:
    """Write the file as the archival form requires into an open file."""
    from pikepdf import pdfa

    opened.save(out, **pdfa.resolve_save_kwargs(_FLAVOURS[profile], deterministic_id=True))


def follows_archival_form(pdf: bytes, profile: Profile) -> bool:
    """Whether the finished bytes of a short paper follow the rules of the archival form."""
    return file_follows_archival_form(BytesIO(pdf), profile)


def file_follows_archival_form(pdf: BinaryIO, profile: Profile) -> bool:
    """Whether an open file follows the rules of the archival form."""
    from pikepdf import pdfa

    return bool(pdfa.validate_written(pdf, _FLAVOURS[profile]).passed)


def check_archival_form(pdf: bytes, profile: Profile, pages: int) -> None:
    """Check the finished bytes against the archival form; raises ``EnvironmentProblem("pdf_not_archival")``.

    Of a paper of many pages a sample of them is looked into.
    """
    from pikepdf import pdfa

    if pages <= LONG:
        _pass_on(pdfa.validate_written(BytesIO(pdf), _FLAVOURS[profile]), profile)
        return
    with pikepdf.open(BytesIO(pdf), inherit_page_attributes=False) as opened:
        keep_sample(opened)
        _pass_on(pdfa.check(opened, _FLAVOURS[profile], deterministic_id=True), profile)


def _pass_on(report: Report, profile: Profile) -> None:
    if report.passed:
        return
    for finding in report.findings[:20]:
        _log.error("PDF/A-%s: %s", _FLAVOURS[profile], finding)
    raise EnvironmentProblem("pdf_not_archival", profile=profile.value)
