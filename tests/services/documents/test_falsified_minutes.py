"""Frozen minutes that somebody changed behind the program are told, and never shown or printed under their code."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.domain.documents.snapshots import content_hash, paper_code
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.papers import Classification
from desktop_app.domain.rules.notices import Notice
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.documents.extract_document import extract_paper
from desktop_app.services.documents.monthly_report_document import monthly_report_paper
from desktop_app.services.documents.papers import alignment_matrix_paper
from desktop_app.services.documents.register_document import register_paper, year_book_paper
from desktop_app.services.documents.reminder_document import reminder_paper
from desktop_app.services.follow_up.notifying import notify_all
from desktop_app.services.minutes.attendance import add_guest
from desktop_app.services.minutes.clauses import save_clause
from desktop_app.services.minutes.minutes import save_closing
from desktop_app.services.minutes.minutes_sheet import minutes_sheet
from desktop_app.services.minutes.paper_sheet import paper_sheet
from desktop_app.services.versions.amending import amend
from desktop_app.services.versions.frozen_minutes import frozen_minutes
from desktop_app.services.versions.signing import sign_all
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.words.refusals import sentence
from tests.foreign import connect
from tests.refusing import refused
from tests.services.conftest import Forge
from tests.services.lives import every_life
from tests.services.office_steps import MONDAY, Office
from tests.services.records import Records
from tests.statements import counted

TEXTS = (
    "UPDATE minutes_version SET snapshot = replace(snapshot, 'تصمیم', 'تصمیمی') WHERE id = {0}",
    "UPDATE minutes_version SET snapshot = '{{}}' WHERE id = {0}",
    "UPDATE audit SET facts = '{{}}' WHERE act = 'hashed' AND subject_id = {0}",
    "DELETE FROM audit WHERE act = 'hashed' AND subject_id = {0}",
)
"""What makes the text of one version another than that of its code."""
ROWS = (
    "UPDATE clause SET text = 'دیگر' WHERE resolution_id IS NOT NULL",
    "UPDATE clause SET text = 'دیگر' WHERE resolution_id IS NULL",
    "UPDATE deliberation SET speaker = 'دیگری'",
    "UPDATE attendance SET name = 'دیگری' WHERE id = (SELECT min(id) FROM attendance)",
    "DELETE FROM guest",
    "UPDATE signer SET post = 'دیگر' WHERE id = (SELECT min(id) FROM signer)",
    "UPDATE minutes_version SET originals = 3",
)
"""What leaves every text as it was."""


@pytest.mark.parametrize("sql", TEXTS)
def test_only_the_minutes_that_do_not_hold_are_refused(office: Office, forge: Forge, sql: str) -> None:
    meetings = [office.written(1, MONDAY - timedelta(days=days)) for days in (7, 0)]
    for _meeting, version_id in meetings:
        office.finalised(version_id)
    (meeting_id, version_id), (_other, sound) = meetings
    before = minutes_paper(office.context, sound)
    forge(sql.format(version_id))
    for read in (
        lambda: minutes_paper(office.context, version_id),
        lambda: minutes_sheet(office.context, version_id),
        lambda: extract_paper(office.context, meeting_id),
        lambda: year_book_paper(office.context, 1402),
    ):
        with refused("minutes_falsified", version=1, number=1):
            read()
    assert minutes_paper(office.context, sound) == before


@pytest.mark.parametrize("sql", ROWS)
def test_minutes_are_drawn_as_they_were_frozen_whatever_became_of_their_rows(
    office: Office, forge: Forge, sql: str
) -> None:
    """The check finds the rows, and the data are only read: the text itself holds."""
    meeting_id, version_id = office.written(1)
    add_guest(office.context, meeting_id, name="مهمان", post="کارشناس")
    office.finalised(version_id)
    before = minutes_paper(office.context, version_id)
    forge(sql)
    assert minutes_paper(office.context, version_id) == before


@pytest.fixture
def told(office: Office) -> Office:
    """Signed minutes of which the units were told."""
    _meeting, version_id = office.written(2)
    version = office.get("versions", version_id)
    save_closing(office.context, replace(version, classification=Classification.CONFIDENTIAL))
    office.finalised(version_id)
    sign_all(office.context, version_id, MONDAY, asked=True)
    notify_all(office.context, version_id, Notice(day=MONDAY))
    return office


DRAWING: dict[str, Callable[[Office], object]] = {
    "register": lambda told: register_paper(told.context),
    "register of a year": lambda told: register_paper(told.context, 1402),
    "matrix": lambda told: alignment_matrix_paper(told.context),
    "matrix of all": lambda told: alignment_matrix_paper(told.context, every=True),
    "reminder": lambda told: reminder_paper(told.context),
    "monthly report": lambda told: monthly_report_paper(told.context, 1402, 2),
    "year book": lambda told: year_book_paper(told.context, 1402),
}
"""Papers that draw words of resolutions besides the minutes themselves and the letters that tell them."""
WORDS = (
    "UPDATE clause SET text = 'دیگر' WHERE resolution_id IS NOT NULL",
    "UPDATE clause SET deadline_count = 99 WHERE resolution_id IS NOT NULL",
    "UPDATE resolution SET number = number || '۹'",
    "UPDATE minutes_version SET classification = 'normal' WHERE snapshot <> ''",
    "UPDATE minutes_version SET snapshot = replace(snapshot, 'تصمیم', 'تصمیمی') WHERE snapshot <> ''",
    "UPDATE minutes_version SET snapshot = '{}' WHERE snapshot <> ''",
    "UPDATE audit SET facts = '{}' WHERE act = 'hashed'",
)


@pytest.mark.parametrize("sql", WORDS)
def test_no_paper_draws_words_that_were_not_frozen(told: Office, forge: Forge, sql: str) -> None:
    for read in DRAWING.values():
        read(told)
    forge(sql)
    for name, read in DRAWING.items():
        with refused("minutes_falsified", version=1, number=1):
            read(told)
            pytest.fail(f"drawn: {name}")


def test_what_a_paper_does_not_draw_does_not_hold_it_up(told: Office, forge: Forge) -> None:
    forge("UPDATE signer SET post = 'دیگر'")
    for read in DRAWING.values():
        read(told)


def test_a_class_that_a_plain_clause_brought_is_no_falsification(office: Office) -> None:
    _meeting, version_id = office.written(1)
    (note,) = [one for one in office.where("clauses", minutes_version_id=version_id) if not one.is_resolution]
    save_clause(office.context, replace(note, classification=Classification.SECRET))
    office.finalised(version_id)
    assert register_paper(office.context).document.letterhead.classification == Classification.NORMAL


def test_more_minutes_cost_a_paper_no_more_statements(office: Office) -> None:
    counts = []
    for place in range(3):
        _meeting, version_id = office.written(2, MONDAY - timedelta(days=6 - place))
        office.finalised(version_id)
        with counted() as found:
            register_paper(office.context)
            alignment_matrix_paper(office.context)
        counts.append(len(found.statements))
    assert max(counts) == counts[0], counts


def test_snapshot_and_hash_replaced_together_do_not_match_what_was_recorded(office: Office, forge: Forge) -> None:
    _meeting, version_id = office.written(1)
    office.finalised(version_id)
    text = office.get("versions", version_id).snapshot.replace("تصمیم", "فرمان")
    forge(f"UPDATE minutes_version SET snapshot = '{text}', content_hash = '{content_hash(text)}'")
    with refused("minutes_falsified"):
        minutes_paper(office.context, version_id)
    forge("DELETE FROM audit WHERE act = 'hashed'")
    with refused("minutes_falsified"):
        minutes_paper(office.context, version_id)


def test_minutes_of_a_meeting_whose_number_is_not_known_are_told_without_one(office: Office, forge: Forge) -> None:
    _meeting, version_id = office.written(1)
    office.finalised(version_id)
    minutes_paper(office.context, version_id)
    forge("UPDATE meeting SET number = NULL")
    forge("UPDATE minutes_version SET snapshot = '\u061f ' || snapshot")
    with pytest.raises(RuleBroken) as caught:
        minutes_paper(office.context, version_id)
    assert (caught.value.key, caught.value.facts) == ("minutes_falsified", {"version": 1, "number": 0})
    told = sentence(caught.value)
    assert "نسخهٔ ۱ صورت‌جلسهٔ جلسه‌ای بدون شماره" in told
    assert "۰" not in told


def test_no_correction_is_built_on_minutes_that_were_falsified(office: Office, forge: Forge) -> None:
    _meeting, version_id = office.written(1)
    office.finalised(version_id)
    sign_all(office.context, version_id, office.clock.today(), asked=True)
    draft = amend(office.context, version_id, "سهو").id
    forge(f"UPDATE minutes_version SET snapshot = replace(snapshot, 'تصمیم', 'تصمیمی') WHERE id = {version_id}")
    with refused("minutes_falsified", version=1):
        minutes_paper(office.context, draft)
    assert paper_sheet(office.context, version_id).version.id == version_id, "its history is still read"


@pytest.mark.whole
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
