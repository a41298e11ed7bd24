"""Minutes and meetings whose own rows are lost stand in the state that their acts prove, and say that they are lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.bootstrap.safety.said_findings import said
from desktop_app.controllers.recovery.recovery_report import report_text
from desktop_app.domain.documents.papers import Classification, Urgency
from desktop_app.domain.documents.snapshots import content_hash
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.progress import no_progress
from desktop_app.domain.read_models.findings import FindingKind
from desktop_app.services import lists
from desktop_app.services.documents.frozen_minutes import frozen_minutes
from desktop_app.services.documents.register_document import register_paper
from desktop_app.storage.file.check_beside import check_left_out, check_recovered
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import open_folder
from desktop_app.storage.recovery.marking import MARK
from desktop_app.storage.recovery.proved_around import proved
from desktop_app.storage.recovery.row_recovery import prepare
from desktop_app.text.commands import FINDINGS
from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.refusals import sentence
from tests.bootstrap.test_history_page import forge
from tests.storage.conftest import work_context
from tests.storage.past_office import take_over
from tests.storage.recovery.damage import falsify, leaf_pages, zero

STATES = "SELECT id, state, version, content_hash FROM minutes_version ORDER BY id"
MEETINGS = "SELECT id, number, kind, state, day, began_at, ended_at, place FROM meeting ORDER BY id"


def asked(folder: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as raw:
        return raw.execute(statement).fetchall()


def lose(database: Path, table: str, *, indexes: bool = False) -> None:
    """Zero the leaves of a table, and with ``indexes`` all that SQLite itself keeps of it."""
    statement = "SELECT name FROM sqlite_schema WHERE rootpage > 0 AND (name = ? OR tbl_name = ? AND ?)"
    with closing(sqlite3.connect(database)) as raw:
        names = [name for (name,) in raw.execute(statement, (table, table, indexes))]
    for page in [page for name in names for page in leaf_pages(database, name)]:
        zero(database, page)


def recover(folder: Path) -> None:
    prepare(folder, work_context()).accept()


def _listed(folder: Path) -> tuple[int, ...]:
    with closing(wiring.view_office(folder, work_context().clock)) as opened:
        return lists.resolution_ids(opened.context)


@pytest.mark.parametrize("indexes", [False, True])
def test_lost_minutes_stand_in_the_state_of_their_acts_under_their_own_code(office: Path, *, indexes: bool) -> None:
    before = asked(office, STATES)
    assert {"final", "signed", "amended"} <= {state for _id, state, *_rest in before}
    lose(office / DATABASE_NAME, "minutes_version", indexes=indexes)
    recover(office)
    assert asked(office, STATES) == before
    with closing(wiring.view_office(office, work_context().clock)) as opened:
        kinds = {one.kind for one in opened.folder.check()}
    assert FindingKind.STATE_WITHOUT_ACT not in kinds


def test_lost_minutes_are_told_of_at_every_start_and_are_neither_shown_nor_printed(office: Path) -> None:
    lose(office / DATABASE_NAME, "minutes_version")
    recover(office)
    folder = open_folder(office, work_context())
    found = check_recovered(folder, lambda _done, _total: None)
    lost = {one.id for one in found if one.kind is FindingKind.HASH_DIFFERS and one.subject == "minutes_version"}
    with folder.open_read() as work:
        versions = work.versions.where()
        assert lost == {one.id for one in versions}
        for version in versions:
            with pytest.raises(RuleBroken, match="minutes_text_lost"):
                frozen_minutes(work, version)
    told = sentence(RuleBroken("minutes_text_lost", number=3, version=1))
    assert persian(3) in told
    assert "دستکاری" not in told, "a loss is nobody's falsification"
    assert folder.check_at_start() == ()
    folder.close()


def test_resolutions_of_lost_minutes_stay_in_the_lists(office: Path) -> None:
    before = _listed(office)
    assert before
    lose(office / DATABASE_NAME, "minutes_version")
    recover(office)
    assert _listed(office) == before


@pytest.mark.parametrize("lost", [True, False])
def test_the_register_is_drawn_from_the_proved_rows_of_lost_minutes(office: Path, *, lost: bool) -> None:
    with closing(wiring.view_office(office, work_context().clock)) as opened:
        before = register_paper(opened.context).document
    if lost:
        lose(office / DATABASE_NAME, "minutes_version")
    else:
        assert falsify(office / DATABASE_NAME, '"template":3', '"template":4')
    recover(office)
    with closing(wiring.view_office(office, work_context().clock)) as opened:
        assert register_paper(opened.context).document == before
        with opened.context.read() as work, pytest.raises(RuleBroken, match="minutes_text_lost"):
            frozen_minutes(work, work.versions.where()[0])


def test_the_mark_of_a_loss_that_no_recovery_recorded_hides_no_forgery(office: Path) -> None:
    with closing(wiring.view_office(office, work_context().clock)) as opened:
        forge(office, "UPDATE minutes_version SET snapshot = '\u061f ' || snapshot WHERE snapshot <> ''")
        with pytest.raises(RuleBroken, match="minutes_falsified"):
            register_paper(opened.context)


def test_nor_does_one_that_the_recorded_recovery_does_not_name(office: Path) -> None:
    (name,) = asked(office, "SELECT name FROM person ORDER BY id LIMIT 1")[0]
    with closing(sqlite3.connect(office / DATABASE_NAME)) as raw:
        raw.execute("UPDATE person SET name = ? WHERE name = ?", (f"{name}ی", name))
        raw.commit()
    recover(office)
    with closing(wiring.view_office(office, work_context().clock)) as opened:
        register_paper(opened.context)
        forge(office, "UPDATE minutes_version SET snapshot = '\u061f ' || snapshot WHERE snapshot <> ''")
        with pytest.raises(RuleBroken, match="minutes_falsified"):
            register_paper(opened.context)


def test_a_lost_version_stands_after_a_kept_one_of_which_no_word_is_left(office: Path) -> None:
    with closing(sqlite3.connect(office / DATABASE_NAME)) as raw:
        for (trigger,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {trigger}")
        statement = "SELECT id, meeting_id FROM minutes_version WHERE version = 2 ORDER BY id LIMIT 1"
        (lost, meeting) = raw.execute(statement).fetchone()
        raw.execute("DELETE FROM minutes_version WHERE id = ?", (lost,))
        earlier = "SELECT id FROM minutes_version WHERE meeting_id = ? AND id < ?"
        for table in ("clause", "deliberation"):
            raw.execute(f"DELETE FROM {table} WHERE minutes_version_id IN ({earlier})", (meeting, lost))
        found = proved(raw, "minutes_version", lost, {})
        assert (found["meeting_id"], found["version"]) == (meeting, 2)


def test_what_is_drawn_from_lost_minutes_bears_the_highest_class_that_was_read(office: Path) -> None:
    lose(office / DATABASE_NAME, "minutes_version")
    recover(office)
    opened = wiring.view_office(office, work_context().clock)
    assert lists.search(opened.context, "فضای مجازی", 20)
    with opened.context.read() as work:
        assert {one.classification for one in work.versions.where()} == {Classification.NORMAL}
    opened.close()


def test_minutes_that_differ_keep_their_class_as_a_word_that_is_one(office: Path) -> None:
    assert falsify(office / DATABASE_NAME, '"template":3', '"template":4')
    recover(office)
    with closing(wiring.view_office(office, work_context().clock)) as opened:
        assert lists.search(opened.context, "فضای مجازی", 20)
        with opened.context.read() as work:
            versions = work.versions.where()
    assert any(one.kept_at.startswith(MARK) for one in versions)
    assert {one.classification for one in versions} == {Classification.NORMAL}
    assert {one.urgency for one in versions} == {Urgency.NORMAL}


def test_a_lost_meeting_stands_as_its_frozen_minutes_and_its_acts_tell(office: Path) -> None:
    before = {row[0]: row for row in asked(office, MEETINGS)}
    closed = [row[0] for row in before.values() if row[3] in ("held", "closed")]
    assert len(closed) > 3
    lose(office / DATABASE_NAME, "meeting", indexes=True)
    recover(office)
    after = {row[0]: row for row in asked(office, MEETINGS)}
    assert {one: after[one] for one in closed} == {one: before[one] for one in closed}
    (place,) = {row[7] for one, row in after.items() if one not in closed}
    assert place == f"{MARK} ۶"


def test_a_lost_meeting_that_did_not_meet_has_the_number_of_its_letters_or_none(office: Path) -> None:
    with closing(sqlite3.connect(office / DATABASE_NAME)) as raw:
        for (trigger,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {trigger}")
        (called, number) = raw.execute("SELECT id, number FROM meeting WHERE state = 'convened'").fetchone()
        for table in ("meeting_act", "sent_invitation"):
            raw.execute(f"UPDATE {table} SET meeting_id = 99 WHERE meeting_id = ?", (called,))
        assert proved(raw, "meeting", 99, {}) == {"number": number}
        assert proved(raw, "meeting", 99, {"number": 7}) == {"number": 7}
        raw.execute("UPDATE sent_invitation SET document = replace(document, '{', '{ ')")
        assert proved(raw, "meeting", 99, {}) == {"number": None}, "its id is no number"


@pytest.mark.parametrize("indexes", [False, True])
def test_a_lost_meeting_that_was_only_convened_is_told_of_at_every_start_by_its_number(
    office: Path, *, indexes: bool
) -> None:
    (called,) = asked(office, "SELECT id, number FROM meeting WHERE state IN ('scheduled', 'convened')")
    lose(office / DATABASE_NAME, "meeting", indexes=indexes)
    prepared = prepare(office, work_context())
    assert f"{FINDINGS['draft_with_acts']} (جلسه «{persian(str(called[1]))}»)" in report_text(prepared.report)
    prepared.accept()
    assert (called[0], "draft", None) in asked(office, "SELECT id, state, day FROM meeting")
    with closing(wiring.open_office(office, work_context().clock)) as opened:
        told = [one for one in check_recovered(opened.folder, no_progress) if one.subject == "meeting"]
        assert [(one.kind, one.id) for one in told] == [(FindingKind.DRAFT_WITH_ACTS, called[0])]
        (sentence,) = said(opened, told)
        assert persian(str(called[1])) in sentence
        assert "شناسهٔ" not in sentence
        assert check_left_out(opened.folder, no_progress) == ()


@pytest.mark.parametrize("text", ["[1]", "{", '{"meeting": [1]}', '{"meeting": {"number": -1}}'])
def test_texts_that_no_program_wrote_prove_nothing_of_a_lost_meeting(office: Path, text: str) -> None:
    """Under their own code: whoever changes a file by hand makes that, too."""
    database = office / DATABASE_NAME
    with closing(sqlite3.connect(database)) as raw:
        for (guard,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {guard}")
        for table, column in (("minutes_version", "snapshot"), ("sent_invitation", "document")):
            raw.execute(f"UPDATE {table} SET {column} = ?, content_hash = ? WHERE content_hash <> ''",
                        (text, content_hash(text)))  # fmt: skip
        raw.commit()
    for table in ("meeting", "record_hash"):
        lose(database, table, indexes=True)
    before = asked(office, "SELECT DISTINCT meeting_id FROM meeting_act ORDER BY meeting_id")
    recover(office)
    found = asked(office, "SELECT id, number FROM meeting ORDER BY id")
    assert {one for one, _number in found} >= {one for (one,) in before}
    assert all(number is None or (isinstance(number, int) and number >= 1) for _one, number in found)


def test_a_lost_meeting_that_was_taken_over_is_closed_on_its_day(tmp_path: Path) -> None:
    place = tmp_path / "past"
    take_over(place)
    statement = "SELECT id, number, state, day FROM meeting ORDER BY id"
    before = asked(place, statement)
    lose(place / DATABASE_NAME, "meeting", indexes=True)
    recover(place)
    assert asked(place, statement) == before


@pytest.mark.parametrize("table", ["agenda_item", "audit"])
def test_what_one_recovery_found_lost_stays_lost_after_the_next(office: Path, table: str) -> None:
    """The second takes the rows that the first put in their places as sound ones, or finds its entry gone."""
    lose(office / DATABASE_NAME, "minutes_version")
    recover(office)
    lose(office / DATABASE_NAME, table)
    recover(office)
    with closing(wiring.open_office(office, work_context().clock)) as opened:
        assert opened.folder.findings == ()
        assert check_left_out(opened.folder, no_progress) == ()
        told = {one.id for one in check_recovered(opened.folder, no_progress) if one.kind is FindingKind.HASH_DIFFERS}
        register_paper(opened.context)
        with opened.context.read() as work:
            versions = work.versions.where()
            assert told == {one.id for one in versions}
            for version in versions:
                with pytest.raises(RuleBroken, match="minutes_text_lost"):
                    frozen_minutes(work, version)


def test_a_mark_that_neither_of_two_recoveries_recorded_hides_no_forgery(office: Path) -> None:
    for table in ("agenda_item", "deliberation"):
        lose(office / DATABASE_NAME, table)
        recover(office)
    with closing(wiring.view_office(office, work_context().clock)) as opened:
        register_paper(opened.context)
        forge(office, "UPDATE minutes_version SET snapshot = '\u061f ' || snapshot WHERE snapshot <> ''")
        with pytest.raises(RuleBroken, match="minutes_falsified"):
            register_paper(opened.context)
