"""Papers for verifying: an office that prints with the real fonts, its minutes taken somewhere, and files altered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
from PIL import Image

from desktop_app import wiring
from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.documents.paper_kinds import PaperKind, Profile
from desktop_app.printing.strangers.paper_reading import PaperFiles
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.minutes.clauses import save_clause
from desktop_app.services.versions.amending import amend
from desktop_app.services.versions.signing import sign_all
from tests.made_scans import drawn
from tests.services.office_steps import MONDAY, Office

RENDERER = wiring.paper_renderer()
READING = PaperFiles()
REASON = "نام مجری نادرست نوشته شده بود"


def printing_office(office: Office) -> Office:
    """The same office with what the real fonts can draw."""
    return replace(office, beginning=None, paper=RENDERER.capabilities(wiring.cite))


def final(office: Office) -> int:
    """Final minutes with two resolutions: the version."""
    _, version_id = office.written(2)
    office.finalised(version_id)
    return version_id


def signed(office: Office) -> int:
    """The same with every signature."""
    version_id = final(office)
    sign_all(office.context, version_id, MONDAY, asked=True)
    return version_id


def corrected(office: Office, version_id: int, text: str = "تصمیم دیگر") -> int:
    """A final correction of signed minutes, whose first resolution has other words."""
    made = amend(office.context, version_id, REASON).id
    first = next(one for one in office.where("clauses", minutes_version_id=made) if one.is_resolution)
    save_clause(office.context, replace(first, text=text))
    office.finalised(made)
    return made


def code_of(office: Office, version_id: int) -> str:
    """The code on its paper."""
    return minutes_paper(office.context, version_id).imprint.code


def pdf_of(office: Office, version_id: int, profile: Profile | None = None) -> bytes:
    """Its paper."""
    return RENDERER.make(PaperKind.MINUTES, minutes_paper(office.context, version_id), profile)


def made(kind: PaperKind, paper: Paper[Any]) -> bytes:
    """Another paper."""
    return RENDERER.make(kind, paper)


def with_other_document(pdf: bytes, old: str, new: str) -> bytes:
    """The file with other words in the document inside it, and the pages as they were."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        stream = opened.Root.AF[0].EF.F
        content = stream.read_bytes().decode("utf-8")
        assert old in content
        stream.write(content.replace(old, new).encode("utf-8"))
        return _saved(opened)


def with_one_glyph_changed(pdf: bytes, page: int = 0) -> bytes:
    """The file with a single glyph of one page replaced by its neighbour."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        content = [(list(one.operands), one.operator) for one in pikepdf.parse_content_stream(opened.pages[page])]
        shown = next(operands for operands, operator in content if str(operator) == "TJ" and _changed(operands[0]))
        assert shown
        opened.pages[page].Contents = opened.make_stream(pikepdf.unparse_content_stream(content))
        return _saved(opened)


def _changed(pieces: Any) -> bool:
    """Whether a run of six glyphs was found whose third and fourth differ; the third is the fourth now."""
    for place, piece in enumerate(pieces):
        if not isinstance(piece, pikepdf.String) or len(bytes(piece)) < 12:
            continue
        raw = bytes(piece)
        if raw[4:6] != raw[6:8]:
            pieces[place] = pikepdf.String(raw[:4] + raw[6:8] + raw[6:])
            return True
    return False


def saved_again(pdf: bytes) -> bytes:
    """The file as another program saves it: other bytes, the same pages."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return _saved(opened)


def _saved(opened: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    opened.save(out, deterministic_id=True)
    return out.getvalue()


def scan_of(pdf: bytes, kind: str = "PNG", dpi: int = 150) -> list[bytes]:
    """Its pages as pictures, as a scanner makes them."""
    found = []
    for page in drawn(pdf, dpi):
        out = BytesIO()
        page.convert("L").save(out, kind, dpi=(dpi, dpi))
        found.append(out.getvalue())
    return found


def pdf_of_pictures(pictures: Sequence[bytes]) -> bytes:
    """A PDF without a word, as a scanner makes it."""
    first, *others = [Image.open(BytesIO(one)) for one in pictures]
    out = BytesIO()
    first.save(out, "PDF", save_all=True, append_images=others, resolution=150)
    return out.getvalue()
