"""Frozen minutes that somebody changed behind the program are told, and never shown or printed under their code."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

import pytest

from desktop_app.domain.documents.snapshots import content_hash, paper_code
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.documents.extract_document import extract_paper
from desktop_app.services.documents.frozen_minutes import frozen_minutes
from desktop_app.services.documents.year_book_document import year_book_paper
from desktop_app.services.minutes.amending import amend
from desktop_app.services.minutes.minutes_sheet import minutes_sheet
from desktop_app.services.minutes.paper_sheet import paper_sheet
from desktop_app.services.minutes.signing import sign_all
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.schema.guards import guards
from tests.foreign import connect
from tests.refusing import refused
from tests.services.lives import every_life
from tests.services.office_steps import Office
from tests.services.records import Records

Forge = Callable[[str], None]


@pytest.fixture
def forge(records: Records) -> Forge:
    """A hand that takes the guards away, changes what it wants and puts them back."""

    def run(sql: str) -> None:
        with closing(connect(records.place / DATABASE_NAME)) as connection:
            for name in guards():
                connection.execute(f"DROP TRIGGER {name}")
            connection.execute(sql)
            for body in guards().values():
                connection.execute(body)

    return run


FORGED = (
    ("UPDATE clause SET text = 'دیگر' WHERE resolution_id IS NOT NULL", "resolution"),
    ("UPDATE clause SET deadline_count = 99 WHERE resolution_id IS NOT NULL", "resolution"),
    ("UPDATE clause SET text = 'دیگر' WHERE resolution_id IS NULL", "note"),
    ("UPDATE resolution SET number = number || '۹'", "resolution"),
    ("UPDATE deliberation SET speaker = 'دیگری'", "talk"),
    ("UPDATE attendance SET name = 'دیگری' WHERE id = (SELECT min(id) FROM attendance)", "attendance"),
    ("UPDATE attendance SET arrived_at = '10:10' WHERE id = (SELECT min(id) FROM attendance)", "attendance"),
    ("UPDATE signer SET post = 'دیگر' WHERE id = (SELECT min(id) FROM signer)", "signer"),
    ("UPDATE agenda_item SET title = 'دیگر'", "agenda"),
    ("UPDATE minutes_version SET originals = 3", "head"),
    ("UPDATE minutes_version SET session_place = 'جای دیگر'", "head"),
    ("UPDATE minutes_version SET snapshot = replace(snapshot, 'تصمیم', 'تصمیمی')", "text"),
)


@pytest.mark.parametrize(("sql", "part"), FORGED)
def test_what_differs_is_named_and_nothing_is_shown(office: Office, forge: Forge, sql: str, part: str) -> None:
    meeting_id, version_id = office.written(1)
    office.finalised(version_id)
    minutes_paper(office.context, version_id)
    forge(sql)
    for read in (
        lambda: minutes_paper(office.context, version_id),
        lambda: minutes_sheet(office.context, version_id),
        lambda: extract_paper(office.context, meeting_id),
        lambda: year_book_paper(office.context, 1402),
    ):
        with refused("minutes_falsified", part=part, version=1):
            read()


def test_snapshot_and_hash_replaced_together_do_not_match_what_was_recorded(office: Office, forge: Forge) -> None:
    _meeting, version_id = office.written(1)
    office.finalised(version_id)
    text = office.get("versions", version_id).snapshot.replace("تصمیم", "فرمان")
    forge(f"UPDATE minutes_version SET snapshot = '{text}', content_hash = '{content_hash(text)}'")
    with refused("minutes_falsified", part="code"):
        minutes_paper(office.context, version_id)
    forge("DELETE FROM audit WHERE act = 'hashed'")
    with refused("minutes_falsified", part="code"):
        minutes_paper(office.context, version_id)


def test_no_correction_is_built_on_minutes_that_were_falsified(office: Office, forge: Forge) -> None:
    _meeting, version_id = office.written(1)
    office.finalised(version_id)
    sign_all(office.context, version_id, office.clock.today(), asked=True)
    forge("UPDATE signer SET name = 'دیگری'")
    draft = amend(office.context, version_id, "سهو").id
    with refused("minutes_falsified", part="signer"):
        minutes_paper(office.context, draft)
    assert paper_sheet(office.context, version_id).version.id == version_id, "its history is still read"


def test_whatever_became_of_genuine_minutes_they_are_read(office: Office) -> None:
    lives = every_life(office)
    with office.open_work() as work:
        frozen = [one for one in work.versions.where() if one.content_hash]
        assert len(frozen) > len(lives.meetings) - 4
        for version in frozen:
            frozen_minutes(work, version)


def test_the_head_of_the_chain_stands_beside_the_code_for_ever(office: Office, records: Records) -> None:
    _meeting, version_id = office.written(1)
    office.finalised(version_id)
    first = minutes_paper(office.context, version_id)
    with closing(connect(records.place / DATABASE_NAME)) as connection:
        (head,) = connection.execute("SELECT hash FROM chain_link ORDER BY seq DESC LIMIT 1").fetchone()
    assert first.imprint.chain_head == paper_code(head)
    sign_all(office.context, version_id, office.clock.today(), asked=True)
    assert minutes_paper(office.context, version_id) == first
