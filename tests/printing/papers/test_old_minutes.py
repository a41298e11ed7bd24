"""Old minutes are printed as they were, after everything was renamed and after an upgrade from each schema."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.domain.documents.documents import MinutesDocument
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.snapshots import canonical_json, content_hash, minutes_from_json, paper_code
from desktop_app.services.documents.documents import Paper, minutes_paper
from desktop_app.services.documents.minutes_document import build_minutes
from desktop_app.services.minutes.signing import sign_all
from desktop_app.storage.file.folder import open_folder
from desktop_app.storage.schema.schema import SCHEMA_VERSION
from tests.printing.oracles.extractors import pdfium
from tests.services.office_steps import Office, context_of
from tests.storage.conftest import work_context
from tests.storage.sample import NOW
from tests.storage.sql_text import restore

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


@pytest.mark.parametrize("released", range(1, SCHEMA_VERSION + 1))
def test_after_an_upgrade_from_each_released_schema(released: int, tmp_path: Path) -> None:
    """The kept databases froze a document of their own: here they hold the one that is made of their records."""
    text = _document_of(released, tmp_path)
    folder = tmp_path / "old"
    folder.mkdir()
    version_id = _freeze(restore(released, folder), text)
    data = open_folder(folder, work_context())
    try:
        paper = minutes_paper(context_of(data.open_read, FixedClock(NOW), PRINTABLE), version_id)
    finally:
        data.close()
    assert content_hash(canonical_json(paper.document)) == content_hash(text)
    assert paper.imprint.code == paper_code(content_hash(text))
    # what is drawn from the frozen text alone, by nobody who asks the records
    assert _text(paper) == _text(replace(paper, document=minutes_from_json(text)))


def _document_of(released: int, place: Path) -> str:
    """The document of the minutes of a released database, from its records."""
    folder = place / "read"
    folder.mkdir()
    restore(released, folder)
    data = open_folder(folder, work_context())
    with data.open_read() as work:
        (version,) = work.versions.where()
        numbers = {one.id: one.number for one in work.resolutions.where()}
        document = build_minutes(work, FixedClock(NOW), PRINTABLE, version, numbers)
    data.close()
    return canonical_json(document)


def _freeze(database: Path, text: str) -> int:
    """Put a document, its code and the entry of the code where a program of that time would have put them."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        guards = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _sql in guards:
            connection.execute(f"DROP TRIGGER {name}")
        code = content_hash(text)
        connection.execute("UPDATE minutes_version SET snapshot = ?, content_hash = ?", (text, code))
        connection.execute(
            "INSERT INTO audit (uid, at, actor, act, subject, subject_id, subject_uid, facts)"
            " SELECT 'hashed', at, actor, 'hashed', 'minutes_version', 1, '', ? FROM audit LIMIT 1",
            (f'{{"content_hash":"{code}"}}',),
        )
        for _name, sql in guards:
            connection.execute(sql)
        connection.execute("COMMIT")
        ((version_id,),) = connection.execute("SELECT id FROM minutes_version")
    return int(version_id)
