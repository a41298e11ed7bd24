"""Frozen documents of each kind and every paper of the demo office, with what their pages looked like.

``python -m tests.printing.frozen_papers`` writes down what the pages look like now; with the word ``documents`` it
freezes the documents anew, too.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Final

import pypdfium2

from desktop_app.domain.documents.appearance import Sheet, Typography
from desktop_app.domain.documents.document_kinds import DOCUMENTS
from desktop_app.domain.documents.documents import Imprint, Paper
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import FORMS, OrderPart, PaperChoices, PaperOrder
from desktop_app.domain.documents.snapshots import canonical_json, content_hash, document_from_json, paper_code
from desktop_app.domain.errors import RuleBroken
from desktop_app.services.demo.demo_story import StoryClock
from desktop_app.services.documents.paper_choices import paper_choices
from desktop_app.services.documents.papers import paper_of
from desktop_app.wiring import build_demo, open_office, paper_renderer
from tests.conftest import DEMO_DAY
from tests.printing import letter_registers
from tests.printing import minutes_reader as reader
from tests.printing import office_samples as office
from tests.printing import report_documents as reports
from tests.printing import sample_documents as samples
from tests.printing.generated_year import generated_year
from tests.printing.oracles import stream

DATA: Final = Path(__file__).parent / "data"
PAGES: Final = DATA / "frozen-papers.json"
"""By paper its pages: their lines (of the papers of the demo the hash of them) and the hash of their pictures."""
FROZEN: Final = DATA / "frozen-documents.json"
CHAIN_HEAD: Final = "QRST2345QRST2345"
"""In the place of the real one, which changes with the tables of the storage."""
DEMO: Final = "demo "
"""Begins the names of the papers of the demo office."""
DPI, INCH = 100, 72


def lines_of(pdf: bytes) -> list[list[str]]:
    """By page each line with its place: height, left and right end, size, and the letters from left to right."""
    return [
        [f"{one.y:.1f} {one.left:.1f} {one.right:.1f} {one.size:g} {one.visual}" for one in reader.lines_of([page])]
        for page in stream.read(pdf)
    ]


def digests_of(pdf: bytes) -> list[str]:
    """By page the hash of its lines."""
    return [_digest("\n".join(lines).encode()) for lines in lines_of(pdf)]


def pixels_of(pdf: bytes) -> list[str]:
    """By page the hash of its picture."""
    with closing(pypdfium2.PdfDocument(pdf)) as opened:
        return [_digest(bytes(page.render(scale=DPI / INCH).buffer)) for page in opened]


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def documents() -> dict[str, tuple[PaperKind, str]]:
    """By name kind and JSON of each frozen document."""
    kept = json.loads(FROZEN.read_text(encoding="utf-8"))
    return {name: (PaperKind(kind), text) for name, (kind, text) in kept.items()}


@cache
def drawn(name: str) -> bytes:
    """The paper of a frozen document."""
    kind, text = documents()[name]
    imprint = Imprint(draft=name == "draft", made_at="2023-05-13T09:00:00Z")
    if kind is PaperKind.MINUTES:
        imprint = replace(imprint, code=paper_code(content_hash(text)), chain_head=CHAIN_HEAD)
    return paper_renderer().make(kind, Paper(document_from_json(DOCUMENTS[kind], text), imprint))


def demo_papers(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every paper of the demo office in a folder; it is no sample any more, since a sample bears no code."""
    with closing(open_office(folder, StoryClock(DEMO_DAY))) as demo:
        with demo.folder.open_write() as work:
            work.put_settings(replace(work.settings(), sample=False))
            work.commit()
        for name, order in _orders(paper_choices(demo.context)):
            try:
                paper = paper_of(demo.context, order)
            except RuleBroken:
                continue  # a meeting without minutes
            if paper.imprint.chain_head:
                paper = replace(paper, imprint=replace(paper.imprint, chain_head=CHAIN_HEAD))
            yield name, demo.printing.make(order.kind, paper)


def _orders(choices: PaperChoices) -> Iterator[tuple[str, PaperOrder]]:
    """For each kind one of each meeting, month or year that it may be about."""
    for kind, form in FORMS.items():
        order = PaperOrder(kind=kind, every=True, text="متن نامه.")
        if OrderPart.MEETING in form.parts:
            for meeting in choices.meetings:
                yield f"{DEMO}{kind} {meeting.number}", replace(order, meeting_id=meeting.id)
        elif OrderPart.MONTH in form.parts:
            for month in choices.months:
                yield f"{DEMO}{kind} {month.year}-{month.month}", replace(order, month=month)
        elif OrderPart.YEAR in form.parts:
            for year in choices.years:
                yield f"{DEMO}{kind} {year}", replace(order, year=year)
        else:
            yield f"{DEMO}{kind}", order


def kept(name: str, part: str) -> Any:
    """``lines`` or ``pixels`` of the pages of a paper, as they were written down."""
    return _kept()[name][part]


def names_of_demo() -> list[str]:
    """The papers of the demo that were written down."""
    return [name for name in _kept() if name.startswith(DEMO)]


@cache
def _kept() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(PAGES.read_text(encoding="utf-8"))
    return found


# ---- written anew


def _samples() -> dict[str, tuple[PaperKind, Any]]:
    """A document of each kind, and those that take another way."""
    matrix = reports.matrix(6, 4)
    return {
        "minutes": (PaperKind.MINUTES, samples.RICH),
        "inquorate": (PaperKind.MINUTES, samples.INQUORATE),
        "draft": (PaperKind.MINUTES, samples.DRAFT),
        "correction": (PaperKind.MINUTES, reports.CORRECTION),
        "invitation": (PaperKind.INVITATION, office.INVITATION),
        "attendance sheet": (PaperKind.ATTENDANCE_SHEET, office.ATTENDANCE),
        "agenda pack": (PaperKind.AGENDA_PACK, office.PACK),
        "extract": (PaperKind.EXTRACT, office.EXTRACT),
        "reminder": (PaperKind.REMINDER, office.REMINDER),
        "letter": (PaperKind.LETTER, office.WHOLE_LETTER),
        "monthly report": (PaperKind.MONTHLY_REPORT, reports.REPORT),
        "matrix": (PaperKind.ALIGNMENT_MATRIX, matrix),
        "matrix of an office of A5": (
            PaperKind.ALIGNMENT_MATRIX,
            replace(matrix, typography=Typography(sheet=Sheet.A5)),
        ),
        "register": (PaperKind.REGISTER, reports.REGISTER),
        "year book": (PaperKind.YEAR_BOOK, generated_year(1)),
        "history": (PaperKind.HISTORY, reports.HISTORY),
        "letters register": (PaperKind.LETTERS_REGISTER, letter_registers.REGISTER),
        "list": (PaperKind.LIST, letter_registers.LIST),
        "delivery slip": (PaperKind.DELIVERY_SLIP, letter_registers.SLIP),
    }


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def main() -> None:
    """Write the files."""
    if "documents" in sys.argv:
        _write(FROZEN, {name: (kind, canonical_json(document)) for name, (kind, document) in _samples().items()})
    papers = {name: _told(pdf, lines_of(pdf)) for name, pdf in ((name, drawn(name)) for name in documents())}
    with tempfile.TemporaryDirectory() as place:
        build_demo(Path(place) / "demo", DEMO_DAY)
        papers |= {name: _told(pdf, digests_of(pdf)) for name, pdf in demo_papers(Path(place) / "demo")}
    _write(PAGES, papers)


def _told(pdf: bytes, lines: object) -> dict[str, object]:
    return {"lines": lines, "pixels": pixels_of(pdf)}


if __name__ == "__main__":
    main()
