"""Final minutes are printed again as they were, whatever was renamed since."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.domain.documents.documents import MinutesDocument, Paper
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.snapshots import canonical_json, content_hash
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.versions.signing import sign_all
from tests.printing.oracles.extractors import pdfium
from tests.services.office_steps import Office

RENDERER = wiring.paper_renderer()
PRINTABLE = RENDERER.capabilities(wiring.cite)


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
