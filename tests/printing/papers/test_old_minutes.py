"""Old minutes are printed as they were, after everything was renamed and after an upgrade from each schema."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

from desktop_app import wiring
from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.domain.documents.documents import MinutesDocument
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.documents.snapshots import canonical_json, content_hash, paper_code
from desktop_app.domain.read_models.findings import FindingKind
from desktop_app.services.context import Context
from desktop_app.services.documents.alignment_matrix_document import alignment_matrix_paper
from desktop_app.services.documents.documents import Paper, meeting_of_number, minutes_paper
from desktop_app.services.documents.frozen_minutes import frozen_minutes
from desktop_app.services.documents.papers import paper_of
from desktop_app.services.documents.register_document import register_paper
from desktop_app.services.documents.reminder_document import reminder_paper
from desktop_app.services.minutes.signing import sign_all
from desktop_app.storage.file.folder import open_folder
from desktop_app.storage.schema.schema import SCHEMA_VERSION
from tests.printing.kept_offices import kept_papers, restore_office
from tests.printing.oracles.extractors import pdfium
from tests.services.office_steps import Office, context_of
from tests.storage.conftest import work_context

RENDERER = wiring.paper_renderer()
PRINTABLE = RENDERER.capabilities(wiring.cite)
AFTER: Final = datetime(2027, 1, 1, 10, 0, tzinfo=UTC)
"""After the last act of every kept office."""


def _text(paper: Paper[MinutesDocument]) -> str:
    return pdfium(RENDERER.make(PaperKind.MINUTES, paper), Path())


@pytest.fixture
def printing_office(office: Office) -> Office:
    """With the fonts of the program, so that its papers can be drawn."""
    office.paper = PRINTABLE
    # once the folder is open each step is taken in it, with these fonts, and none is copied
    assert office.where("people")
    return office


def test_after_everything_was_renamed(printing_office: Office) -> None:
    office = printing_office
    meeting_id, version_id = office.written(2)
    office.finalised(version_id)
    sign_all(office.context, version_id, office.clock.today(), asked=True)
    first = minutes_paper(office.context, version_id)
    before, code = _text(first), office.get("versions", version_id).content_hash
    for kind in ("people", "units", "parties", "committees"):
        for one in office.where(kind):
            office.put(kind, replace(one, name=f"{one.name} تازه"))
    for one in office.where("parties"):
        office.put("parties", replace(one, short_name="دیگر", signatory="دیگری", signatory_post="سمت دیگر"))
    for one in office.where("seats"):
        office.put("seats", replace(one, title="کرسی دیگر"))
    for one in office.where("axes"):
        office.put("axes", replace(one, title="محور دیگر"))
    office.put("meetings", replace(office.get("meetings", meeting_id), place="جای دیگر", chair="رئیس دیگر"))
    office.set_settings(
        letterhead=("سربرگ دیگر",), invocation="به نام او", closing="پایان دیگر", kept_at="بایگانی دیگر"
    )
    office.clock.forward(days=400)
    again = minutes_paper(office.context, version_id)
    assert _text(again) == before
    assert content_hash(canonical_json(again.document)) == code
    assert again.imprint == first.imprint


OTHER_PAGES: Final = frozenset({(4, 2), (4, 3)})
"""By schema and meeting: papers of a program that parted the pages of template 2 otherwise: the signatures took the
last resolution along wherever they could. Both ways bear one template, so that of schema 5 and later is printed."""
OTHER_LINES: Final = frozenset({(1, 1)})
"""Papers of a program that broke a title of template 1 before its ezafe."""
_REPEATED: Final = ("صورت‌جلسهٔ شمارهٔ", "محل پاراف", "ردیف شمارهٔ", "مصوبه", "شرح محور مجری", "پیگیری", "مهلت")
"""How the lines begin that a page repeats above its text."""


@pytest.mark.parametrize("released", range(1, SCHEMA_VERSION + 1))
def test_minutes_of_each_released_schema(released: int, tmp_path: Path) -> None:
    """An office of that time, brought along: what its program froze and printed is read and printed as it was."""
    restore_office(released, tmp_path)
    data = open_folder(tmp_path, work_context())
    try:
        context = context_of(data.open_read, FixedClock(AFTER), PRINTABLE)
        # the files of an office are not kept
        assert {one.kind for one in data.check()} <= {FindingKind.FILE_MISSING}
        _all_are_read(context)
        for number, kept in kept_papers(released).items():
            order = PaperOrder(kind=PaperKind.MINUTES, meeting_id=meeting_of_number(context, number))
            paper = paper_of(context, order)
            assert content_hash(canonical_json(paper.document)) == kept.content_hash
            assert paper.imprint.code == paper_code(kept.content_hash)
            said = _text(paper).splitlines()
            if (released, number) in OTHER_PAGES:
                assert _body(said) == _body(kept.lines)
            elif (released, number) in OTHER_LINES:
                assert _words(said) == _words(kept.lines)
            else:
                assert said == list(kept.lines)
    finally:
        data.close()


def _all_are_read(context: Context) -> None:
    """Every frozen version, the corrected ones too, and what is drawn from them."""
    with context.read() as work:
        frozen = [one for one in work.versions.where() if one.content_hash]
        assert len(frozen) > len({one.meeting_id for one in frozen})
        for version in frozen:
            assert canonical_json(frozen_minutes(work, version)) == version.snapshot
    for paper in (register_paper(context), alignment_matrix_paper(context, every=True), reminder_paper(context)):
        assert paper.document.committee


def _body(lines: Sequence[str]) -> list[str]:
    """The lines but for those that a page repeats, and the foot."""
    return [one for one in lines if not one.startswith(_REPEATED) and "– کد " not in one]


def _words(lines: Sequence[str]) -> list[str]:
    """The words, however their lines break; a mark stands after a number only within a line."""
    return " ".join(lines).replace("\u200f", "").split()
