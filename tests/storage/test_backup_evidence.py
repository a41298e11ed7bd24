"""A backup of falsified records is told for what it is, is never preferred to an older sound one, and never hidden."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.backups import Backup, BackupKind, Flaw, Verdict
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.storage.backup import evidence
from desktop_app.storage.backup.database_copy import own_copy
from desktop_app.storage.backup.finding import newest_restorable
from desktop_app.storage.backup.judging import judge
from desktop_app.storage.backup.listing import backup_at, list_backups, list_copies_before_upgrade, verify
from desktop_app.storage.backup.making import Wish, make_backup
from desktop_app.storage.backup.office_backups import OfficeBackups, copy_closed
from desktop_app.storage.backup.restoring import RestoreContext, restore
from desktop_app.storage.backup.thinning import BATCH, RECENT, thin_out
from desktop_app.storage.file import connections
from desktop_app.storage.file.before_upgrade import copy_before_upgrade
from desktop_app.storage.file.folder import open_folder
from desktop_app.text.office import backup_doubts, backups
from desktop_app.text.office.restore_plan import plan_lines
from tests.foreign import connect
from tests.storage import earlier
from tests.storage.closed_office import closed_office
from tests.storage.conftest import CLOCK, work_context
from tests.storage.conftest import Stored as Databases
from tests.storage.sample import DAY

INSTANT, LATER = "2023-03-01T10:00:00Z", "2023-03-02T10:00:00Z"
PERSON = Finding(kind=FindingKind.ROW_DIFFERS, subject="person", id=1)


@pytest.fixture
def office(tmp_path: Path, stored: Databases) -> Path:
    """A closed data folder with final minutes."""
    return closed_office(tmp_path / "دفتر", stored.final)


def back_up(office: Path, place: Path | None = None, instant: str = INSTANT) -> Backup:
    """As it is made without being asked for."""
    where = place or office / paths.BACKUPS
    return make_backup(office, where, own_copy(office / paths.DATABASE), Wish(BackupKind.AUTOMATIC, instant))


def falsify(office: Path, sql: str = "UPDATE person SET name = name || 'ی' WHERE id = 1") -> None:
    """A foreign hand takes every guard down, writes, and puts them back."""
    with closing(connect(office / paths.DATABASE)) as raw:
        guards = raw.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _body in guards:
            raw.execute(f"DROP TRIGGER {name}")
        assert raw.execute(sql).rowcount > 0
        for _name, body in guards:
            raw.execute(body)


def newest(office: Path, second: Path | None = None) -> Backup | None:
    plan = newest_restorable(office, second, lambda _one: None, lambda _count: None).plan
    return None if plan is None else plan.backup


@pytest.mark.parametrize(
    ("sql", "kind", "subject"),
    [
        ("UPDATE person SET name = 'کسی دیگر' WHERE id = 1", FindingKind.ROW_DIFFERS, "person"),
        ("UPDATE clause SET text = text || '!' WHERE id = 1", FindingKind.ROW_DIFFERS, "clause"),
        ("DELETE FROM guest WHERE id = 1", FindingKind.ROW_MISSING, "guest"),
        ("UPDATE audit SET actor = 'دیگری' WHERE seq = 1", FindingKind.CHAIN_BROKEN, "chain_link"),
        ("DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)", FindingKind.CHAIN_CUT, "audit"),
        (
            "DELETE FROM minutes_act WHERE id = (SELECT max(id) FROM minutes_act)",
            FindingKind.ROW_MISSING,
            "minutes_act",
        ),
    ],
)
def test_what_a_foreign_hand_did_before_the_backup_is_named(
    office: Path, sql: str, kind: FindingKind, subject: str
) -> None:
    falsify(office, sql)
    found = verify(back_up(office))
    assert found.verdict is Verdict.DOUBTFUL
    assert (kind, subject) in {(one.kind, one.subject) for one in found.first_doubts}
    assert found.doubts >= len(found.first_doubts) > 0


def test_one_with_a_stranger_in_its_schema_is_not_verified(office: Path) -> None:
    sound = back_up(office)
    with closing(connect(office / paths.DATABASE)) as raw:
        raw.execute("CREATE TRIGGER stranger AFTER INSERT ON act BEGIN DELETE FROM audit; END")
    found = verify(back_up(office, instant=LATER))
    assert (found.verdict, found.flaw, found.detail) == (Verdict.DAMAGED, Flaw.SCHEMA, "trigger stranger")
    assert "trigger stranger" in backup_doubts.verdict(found)
    with pytest.raises(EnvironmentProblem, match="backup_schema_differs"):
        judge(found, office)
    offered = newest(office)
    assert offered is not None
    assert offered.folder == sound.folder


def test_the_words_over_it_say_no_more_than_is_true(office: Path) -> None:
    falsify(office)
    found = verify(back_up(office))
    assert (found.doubts, found.first_doubts) == (1, (PERSON,))
    told = [backup_doubts.verdict(found), backup_doubts.verified(found), *plan_lines(judge(found, office), str, [])]
    assert not [line for line in told if backups.VERDICTS["verified"] in line]
    with closing(connect(office / paths.DATABASE)) as raw:
        (name,) = raw.execute("SELECT name FROM person WHERE id = 1").fetchone()
    assert told[0] == f"{backups.VERDICTS['doubtful']}: ردیفی آن نیست که برنامه نوشته است (شخص «{name}»)"
    assert backup_doubts.WHAT_NEXT in told[1]
    assert backup_doubts.RESTORE_NEXT in told
    assert any(f"شخص «{name}»" in line for line in told[2:])


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("UPDATE meeting SET place = 'x' WHERE id = 1", "جلسه «۳»"),
        ("UPDATE meeting SET number = NULL WHERE id = 1", f"جلسه «{format_date(DAY)}»"),
        ("UPDATE minutes_version SET kept_at = 'x' WHERE id = 1", "صورت‌جلسهٔ جلسهٔ ۳"),
        ("UPDATE minutes_version SET version = 2 WHERE id = 1", "(صورت‌جلسهٔ جلسهٔ ۳، نسخهٔ ۲)"),
        ("UPDATE resolution SET uid = 'x' WHERE id = 1", "مصوبه «۱۴۰۱/۳/۱»"),
        ("UPDATE sent_invitation SET uid = 'x' WHERE id = 1", "دعوت‌نامهٔ فرستاده‌شده «"),
    ],
)
def test_its_records_are_called_by_what_the_office_knows_them(office: Path, sql: str, named: str) -> None:
    falsify(office, sql)
    told = backup_doubts.verified(verify(back_up(office)))
    assert named in told
    assert "شناسهٔ" not in told


@pytest.mark.parametrize("classed", ["secret", "normal"])
@pytest.mark.parametrize(
    ("table", "where", "column", "named"),
    [
        ("clause", "resolution_id IS NULL", "text", "بند صورت‌جلسه – صورت‌جلسهٔ جلسهٔ ۳)"),
        ("clause", "resolution_id IS NOT NULL", "text", "بند صورت‌جلسه «۱۴۰۱/۳/۱»"),
        ("agenda_item", "meeting_id IS NOT NULL", "title", "بند دستور – جلسهٔ ۳)"),
    ],
)
def test_no_words_that_may_be_secret_are_told_of_a_doubted_record(
    office: Path, table: str, where: str, column: str, named: str, classed: str
) -> None:
    """Nor of one that bears no class now: who falsified it may have lowered it."""
    found = _told_words(office, f"UPDATE {table} SET {column} = 'سخن نگفتنی', uid = 'x' WHERE {where}", classed)
    told = [backup_doubts.verdict(found), backup_doubts.verified(found), *plan_lines(judge(found, office), str, [])]
    assert not [line for line in told if "سخن" in line]
    assert "سخن" not in json.dumps([asdict(one) for one in found.first_doubts], ensure_ascii=False)
    assert named in told[1]


def _told_words(office: Path, sql: str, classed: str) -> Backup:
    falsify(office, sql)
    falsify(office, f"UPDATE minutes_version SET classification = '{classed}'")
    return verify(back_up(office))


@pytest.mark.parametrize(("number", "named"), [("۱۲/۳", "«۱۲/۳»"), ("", f"«{format_date(DAY)}»")])
@pytest.mark.parametrize("table", ["incoming_paper", "outgoing_paper"])
def test_a_doubted_letter_is_known_by_its_number_or_its_day(office: Path, table: str, number: str, named: str) -> None:
    given = f"subject = 'سخن نگفتنی', number = '{number}', day = '{DAY}', classification = 'secret'"
    falsify(office, f"UPDATE {table} SET {given}")
    told = backup_doubts.verified(verify(back_up(office)))
    assert "سخن" not in told
    assert named in told


def test_a_finding_that_is_written_into_a_log_names_nobody() -> None:
    assert "نرگس" not in repr(replace(PERSON, name="نرگس لاهیجی"))


def test_a_sound_one_stays_verified(office: Path) -> None:
    found = verify(back_up(office))
    assert (found.verdict, found.doubts) == (Verdict.VERIFIED, 0)
    assert backup_doubts.verified(found) == backup_doubts.ALL_AGREES


def test_one_made_by_hand_is_told_at_once(office: Path, tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    assert copy_closed(office, place, INSTANT).verdict is Verdict.VERIFIED
    falsify(office)
    assert copy_closed(office, place, LATER).verdict is Verdict.DOUBTFUL


def test_one_that_nobody_asked_for_costs_no_asking(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence, "check", lambda *_: pytest.fail("asked in vain"))
    data = open_folder(office, work_context())
    made = OfficeBackups(data, CLOCK)
    found = made.make(made.own, BackupKind.AUTOMATIC)
    data.close()
    assert found.verdict is Verdict.UNREAD
    assert backup_doubts.verdict(found) != backups.VERDICTS["verified"]


def test_an_older_sound_one_is_found_first_and_the_newer_told(office: Path) -> None:
    sound = back_up(office)
    falsify(office)
    doubtful = back_up(office, instant=LATER)
    found = newest_restorable(office, None, lambda _one: None, lambda _count: None)
    assert found.plan is not None
    assert (found.plan.backup.folder, found.plan.backup.verdict) == (sound.folder, Verdict.VERIFIED)
    assert [(one.backup.folder, one.backup.verdict) for one in found.passed_over] == [
        (doubtful.folder, Verdict.DOUBTFUL)
    ]
    named = backup_at(office / paths.BACKUPS)
    assert named is not None
    assert named.folder == sound.folder


def test_a_sound_one_of_the_second_place_is_found_before_a_newer_doubtful_one(office: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    sound = back_up(office, stick)
    falsify(office)
    back_up(office, instant=LATER)
    found = newest(office, stick)
    assert found is not None
    assert found.folder == sound.folder


def test_where_all_are_doubtful_the_newest_is_offered_as_such(office: Path, tmp_path: Path) -> None:
    falsify(office)
    older = back_up(office)
    newer = back_up(office, instant=LATER)
    found = newest_restorable(office, tmp_path / "not there", lambda _one: None, lambda _count: None)
    assert found.plan is not None
    assert (found.plan.backup.folder, found.plan.backup.verdict) == (newer.folder, Verdict.DOUBTFUL)
    assert [one.backup.folder for one in found.passed_over] == [older.folder]
    assert found.unreached == tmp_path / "not there", "a better one may lie there"
    named = backup_at(office / paths.BACKUPS)
    assert named is not None
    assert (named.folder, named.verdict) == (newer.folder, Verdict.DOUBTFUL)


def test_it_is_restored_only_by_whoever_was_told(office: Path, tmp_path: Path) -> None:
    falsify(office)
    backup, new = back_up(office), tmp_path / "new"
    with pytest.raises(EnvironmentProblem) as refused:
        restore(backup, RestoreContext(new, CLOCK))
    assert (refused.value.key, refused.value.facts["count"]) == ("backup_doubtful", 1)
    assert not (new / paths.DATABASE).exists()
    done = restore(backup, RestoreContext(new, CLOCK, with_doubts=True))
    assert done.plan.backup.verdict is Verdict.DOUBTFUL
    data = open_folder(new, work_context())
    assert data.check_at_start() == (PERSON,)
    data.close()


def test_a_doubtful_one_lets_no_older_one_go(office: Path) -> None:
    for _ in range(RECENT + 2):
        back_up(office)
    falsify(office)
    last = verify(back_up(office, instant=LATER))
    assert thin_out(office / paths.BACKUPS, last, LATER) == ()


def test_one_whose_records_were_not_asked_lets_no_older_one_go(office: Path) -> None:
    for _ in range(RECENT + 2):
        last = back_up(office)
    assert last.verdict is Verdict.UNREAD
    assert thin_out(office / paths.BACKUPS, replace(last, verdict=Verdict.WHOLE), LATER) == ()
    assert thin_out(office / paths.BACKUPS, last, LATER) == ()


def test_the_newest_is_held_against_its_evidence_before_older_ones_go(office: Path) -> None:
    place = office / paths.BACKUPS
    for _ in range(RECENT + BATCH):
        sound = back_up(office)
    falsify(office)
    doubtful = back_up(office, instant=LATER)
    data = open_folder(office, work_context())
    backups = OfficeBackups(data, CLOCK)
    found = backups.thin(place)
    assert found is not None
    assert (found.verdict, found.folder) == (Verdict.DOUBTFUL, doubtful.folder)
    assert len(list_backups(place)) == RECENT + BATCH + 1, "none went on its strength"
    shutil.rmtree(doubtful.folder)
    found = backups.thin(place)
    data.close()
    assert found is not None
    assert (found.verdict, found.folder) == (Verdict.VERIFIED, sound.folder)
    assert len(list_backups(place)) == RECENT


def test_a_newest_with_a_flipped_bit_lets_none_go(office: Path) -> None:
    place = office / paths.BACKUPS
    for _ in range(RECENT + BATCH):
        newest = back_up(office)
    raw = bytearray(newest.database.read_bytes())
    raw[len(raw) // 2] ^= 1
    newest.database.write_bytes(raw)
    data = open_folder(office, work_context())
    found = OfficeBackups(data, CLOCK).thin(place)
    data.close()
    assert found is not None
    assert (found.verdict, found.flaw) == (Verdict.DAMAGED, Flaw.DATABASE_CHANGED)
    assert len(list_backups(place)) == RECENT + BATCH
    assert backup_doubts.LOOK in backup_doubts.newest(found)


def test_thinning_is_given_up_before_anything_goes(office: Path) -> None:
    place = office / paths.BACKUPS
    for _ in range(RECENT + BATCH):
        back_up(office)

    def told(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    data = open_folder(office, work_context())
    with pytest.raises(KeyboardInterrupt):
        OfficeBackups(data, CLOCK).thin(place, told)
    data.close()
    assert len(list_backups(place)) == RECENT + BATCH


def test_records_of_an_older_schema_are_not_said_to_be_verified(tmp_path: Path) -> None:
    office = tmp_path / "old"
    earlier.lay(office)
    copy_before_upgrade(office / paths.DATABASE, earlier.EARLIER, INSTANT)
    with earlier.later_program():
        (copy,) = list_copies_before_upgrade(office)
        found = verify(copy)
    assert found.verdict is Verdict.WHOLE
    assert backup_doubts.verified(found) == backup_doubts.OLDER


def test_a_bare_copy_is_held_against_its_evidence_too(office: Path, tmp_path: Path) -> None:
    falsify(office)
    bare = tmp_path / "رونوشت.db"
    shutil.copyfile(office / paths.DATABASE, bare)
    found = backup_at(bare)
    assert found is not None
    assert verify(found).verdict is Verdict.DOUBTFUL


def test_a_disk_that_fails_meanwhile_is_told_and_the_next_one_is_read(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = back_up(office)
    broken = back_up(office, instant=LATER)

    def engine_for(path: Path, *more: object) -> object:
        if path == broken.database:
            raise EnvironmentProblem("disk_error", code="SQLITE_IOERR")
        return connections.engine_for(path, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(evidence, "engine_for", engine_for)
    found = verify(broken)
    assert (found.verdict, found.flaw, found.detail) == (Verdict.DAMAGED, Flaw.UNREADABLE, "SQLITE_IOERR")
    offered = newest(office)
    assert offered is not None
    assert offered.folder == sound.folder


def test_it_is_given_up_between_two_tables(office: Path) -> None:
    backup = back_up(office)
    read: list[int] = []

    def count(more: int) -> None:
        read.append(more)
        if not more:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        evidence.held_against_evidence(backup, count)
    assert read == [0]
