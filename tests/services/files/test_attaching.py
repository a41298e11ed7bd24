"""Acts on attached files over a real folder: what is stored, refused, audited and taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.outcome import FilesAttached, Outcome
from desktop_app.domain.papers import Classification
from desktop_app.domain.read_models.findings import FindingKind
from desktop_app.domain.rules.files import FileOwner, FileRole, RecordRef, disk_name, name_from
from desktop_app.services.files import owners
from desktop_app.services.files.owners import NewFile, file_count, files_sheet
from desktop_app.services.history.undo import redo, rows_to_undo, undo
from desktop_app.services.minutes.finalising import withdraw
from tests import statements
from tests.refusing import refused
from tests.services.office_steps import LETTERS, Office
from tests.services.records import Records

UNNAMED = "پیوست"


def put(records: Records, record: RecordRef, *names: str, content: str = "") -> FilesAttached:
    """Attach files whose bytes are their names, unless they have a content."""
    store = records.folder.files
    new = [NewFile(store.take_bytes((content or name).encode("utf-8", "surrogatepass")), name) for name in names]
    return owners.attach(records.context, record, new, unnamed=UNNAMED)


def counted(records: Records, record: RecordRef) -> int:
    """What the button says, which has to be what the list shows."""
    count = file_count(records.context, record)
    assert count == files_sheet(records.context, record).count
    return count


def names(records: Records, record: RecordRef, group: int = 0) -> list[str]:
    """What the list of a record shows."""
    return [line.link.name for line in files_sheet(records.context, record).groups[group].lines]


@pytest.fixture
def meeting(office: Office) -> RecordRef:
    """A meeting in the office."""
    return RecordRef(FileOwner.MEETING, office.planned())


def test_a_file_is_attached_listed_and_audited(office: Office, records: Records, meeting: RecordRef) -> None:
    made = put(records, meeting, "نامهٔ دعوت.txt")
    (group, *items) = files_sheet(office.context, meeting).groups
    (line,) = group.lines
    assert (line.link.id, line.link.role, line.file.type) == (made.id, FileRole.ATTACHMENT, "text/plain")
    assert [one.record for one in items] == [RecordRef(FileOwner.AGENDA_ITEM, i) for i in office.items(meeting.id)]
    entry = records.audit[-1]
    assert (entry.act, entry.subject, entry.facts["name"]) == ("attached", "file_link", "نامهٔ دعوت.txt")
    assert records.folder.files.read(line.file) == "نامهٔ دعوت.txt".encode()
    assert records.folder.check() == ()


def test_one_copy_serves_many_records(office: Office, records: Records, meeting: RecordRef) -> None:
    item = RecordRef(FileOwner.AGENDA_ITEM, office.items(meeting.id)[0])
    for record in (meeting, item, RecordRef(FileOwner.UNIT, 1), RecordRef(FileOwner.PERSON, 1)):
        put(records, record, f"{record.kind}.txt", content="one letter")
    assert len(records.rows("SELECT id FROM file")) == 1
    assert len(list((records.place / "files").rglob("*"))) == 2
    assert files_sheet(office.context, item).groups[0].lines[0].link.role is FileRole.ANNEX
    assert [counted(records, one) for one in (meeting, item, RecordRef(FileOwner.UNIT, 1))] == [2, 1, 1]


def test_the_same_file_is_on_a_record_once(office: Office, records: Records, meeting: RecordRef) -> None:
    put(records, meeting, "a.txt")
    again = put(records, meeting, "a.txt", "b.txt")
    assert (len(again.links), again.already) == (1, ("a.txt",))
    with refused("file_attached_already", name="a.txt"):
        put(records, meeting, "a.txt")
    assert names(records, meeting) == ["a.txt", "b.txt"]


def test_many_files_at_once_ask_and_write_no_more_often_than_a_few(records: Records, meeting: RecordRef) -> None:
    """A scan has a file for each page, and is kept on the thread of the window."""
    put(records, meeting, "one.txt")
    asked = []
    for count in (3, 30):
        with statements.counted() as found:
            put(records, meeting, *(f"{count}-{place}.txt" for place in range(count)))
        # the entry of each is appended by itself, after the one before
        asked.append(sum(not one.startswith("INSERT INTO audit") for one in found.statements))
    assert asked[0] == asked[1]
    assert len(names(records, meeting)) == 34
    assert records.folder.check() == ()


def test_what_one_act_attaches_stands_in_the_order_in_which_it_came(records: Records, meeting: RecordRef) -> None:
    put(records, meeting, "b.txt")
    made = put(records, meeting, "c.txt", "b.txt", "a.txt", "c.txt")
    assert made.already == ("b.txt", "c.txt")
    assert names(records, meeting) == ["b.txt", "c.txt", "a.txt"]
    entries = [one for one in records.audit if one.act == "attached"]
    assert [one.facts["name"] for one in entries[-2:]] == ["c.txt", "a.txt"]
    assert [one.subject_id for one in entries[-2:]] == list(made.links)


def test_names_order_and_class_change_and_come_back(office: Office, records: Records, meeting: RecordRef) -> None:
    first, second, third = put(records, meeting, "a.txt", "b.txt", "c.txt").links
    context = office.context
    acts: tuple[Callable[[], Outcome], ...] = (
        lambda: owners.edit(context, first, "نامهٔ استاندار", None),
        lambda: owners.move(context, third, -2),
        lambda: owners.edit(context, second, "b.txt", Classification.SECRET),
        lambda: owners.take_off(context, (second, third)),
    )
    for act in acts:
        before = files_sheet(context, meeting)
        made = act()
        after = files_sheet(context, meeting)
        assert after != before
        taken = undo(context, rows_to_undo(made.written))
        assert files_sheet(context, meeting) == before
        redo(context, rows_to_undo(taken.written))
        assert files_sheet(context, meeting) == after
    assert names(records, meeting) == ["نامهٔ استاندار"]
    assert len(records.rows("SELECT id FROM file_link")) == 3
    assert records.folder.check() == ()


def test_what_was_attached_anew_forbids_to_bring_the_old_link_back(
    office: Office, records: Records, meeting: RecordRef
) -> None:
    made = put(records, meeting, "a.txt")
    taken = owners.take_off(office.context, made.links)
    put(records, meeting, "a.txt")
    with refused("file_attached_again"):
        undo(office.context, rows_to_undo(taken.written))


@pytest.mark.parametrize(("name", "key"), [("  ", "file_without_name"), ("ن" * 201, "file_name_too_long")])
def test_a_name_that_says_nothing_or_too_much(
    office: Office, records: Records, meeting: RecordRef, name: str, key: str
) -> None:
    made = put(records, meeting, "a.txt")
    with refused(key, field="name"):
        owners.edit(office.context, made.id, name, None)


HOSTILE = (
    "..\\..\\a.txt", "../../etc/passwd", "C:\\Windows\\x.exe", "CON", "nul.pdf", "COM¹.txt", "a:b", "x.", "x ",
    "ن" * 300, "علی\u202efdp.exe", "a\x00b\nc", "\ud800", "emoji 😀.pdf", "<b>&.txt", "", "/", "\u200b",
    "%s%n", "'; DROP TABLE file; --", "كيك.txt",
)  # fmt: skip


def test_hostile_names_are_text_and_never_paths(office: Office, records: Records, meeting: RecordRef) -> None:
    place = records.place
    for number, name in enumerate(HOSTILE):
        put(records, meeting, name, content=f"content {number}")
    shown = names(records, meeting)
    assert shown[:2] == ["a.txt", "passwd"]
    assert shown[HOSTILE.index("علی\u202efdp.exe")] == "علیfdp.exe"
    assert shown[HOSTILE.index("emoji 😀.pdf")] == "emoji .pdf"
    assert shown[HOSTILE.index("كيك.txt")] == "کیک.txt"
    assert {shown[HOSTILE.index(one)] for one in ("\ud800", "", "/", "\u200b")} == {UNNAMED}
    assert all(0 < len(one) <= 200 for one in shown)
    lying = {one.name for one in (place / "files").rglob("*") if one.is_file()}
    assert all(len(one) == 64 for one in lying)
    assert not [one for one in place.parent.iterdir() if one.name in ("a.txt", "etc")]


@pytest.mark.parametrize("name", ["a: plan.pdf", "C:2023.pdf", "ب: نامه.pdf", "10:30.txt"])
def test_a_colon_in_a_name_is_no_drive(name: str) -> None:
    """Linux and macOS take one; only what stands before a separator is a path."""
    assert name_from(name, LETTERS, UNNAMED) == name
    assert name_from(f"C:\\نامه‌ها\\{name}", LETTERS, UNNAMED) == name


@pytest.mark.parametrize("name", HOSTILE)
def test_on_a_disk_a_name_is_one_part_that_every_system_takes(name: str, tmp_path: Path) -> None:
    for media_type in ("application/pdf", "application/octet-stream"):
        found = disk_name(name_from(name, LETTERS, UNNAMED), media_type)
        assert not set(found) & set('<>:"/\\|?*')
        assert found == found.strip(". ")
        assert len(found.encode()) <= 250
        assert found.split(".")[0].upper() not in ("CON", "NUL", "COM¹", "COM1")
        (tmp_path / found).write_bytes(b"x")


def test_a_program_cannot_call_itself_a_picture() -> None:
    assert disk_name("picture.png", "text/plain") == "picture.png.txt"
    assert disk_name("run.bat", "text/plain") == "run.bat.txt"
    assert disk_name("نامه.PDF", "application/pdf") == "نامه.pdf"
    assert disk_name("عکس.jpeg", "image/jpeg") == "عکس.jpg"


def _annexes(records: Records, version: int) -> Sequence[str]:
    return names(records, RecordRef(FileOwner.MINUTES, version))


def test_annexes_of_minutes_are_fixed_when_final_and_go_on_with_the_next_version(
    office: Office, records: Records
) -> None:
    _meeting, version = office.written()
    record = RecordRef(FileOwner.MINUTES, version)
    annex = put(records, record, "annex.txt")
    office.finalised(version)
    letter = put(records, record, "letter.txt")
    roles = [line.link.role for line in files_sheet(office.context, record).groups[0].lines]
    assert roles == [FileRole.ANNEX, FileRole.ATTACHMENT]
    fixed: tuple[Callable[[], Outcome], ...] = (
        lambda: owners.take_off(office.context, annex.links),
        lambda: owners.edit(office.context, annex.id, "other", None),
        lambda: owners.move(office.context, annex.id, 1),
    )
    for act in fixed:
        with refused("file_of_final_minutes", name="annex.txt"):
            act()
    owners.edit(office.context, letter.id, "letter of the governor", None)
    draft = withdraw(office.context, version, "غلط تایپی")
    assert _annexes(records, draft.id) == ["annex.txt", "letter of the governor"]
    assert counted(records, RecordRef(FileOwner.MINUTES, draft.id)) == 2
    owners.take_off(office.context, annex.links)
    assert _annexes(records, draft.id) == ["letter of the governor"]
    assert records.folder.check() == ()


def test_no_file_is_guarded_less_than_its_minutes(office: Office, records: Records) -> None:
    _meeting, version = office.written()
    record = RecordRef(FileOwner.MINUTES, version)
    made = put(records, record, "annex.txt")
    with office.context.write() as work:
        work.versions.update(replace(work.versions.get(version), classification="confidential"))
        work.audit("changed", "minutes_version", version)
        work.commit()
    with refused("file_class_lower", field="classification", least="confidential"):
        owners.edit(office.context, made.id, "annex.txt", Classification.NORMAL)
    owners.edit(office.context, made.id, "annex.txt", Classification.SECRET)
    other = NewFile(records.folder.files.take_bytes(b"another"), "other.txt")
    with refused("file_class_lower", field="classification", least="confidential"):
        owners.attach(office.context, record, (other,), unnamed=UNNAMED, classification=Classification.NORMAL)


def test_the_check_names_what_is_missing_or_altered_with_its_records(
    office: Office, records: Records, meeting: RecordRef
) -> None:
    put(records, meeting, "kept.txt")
    made = put(records, meeting, "lost.txt", "altered.txt")
    lost, altered = (
        next(line.file for line in files_sheet(office.context, meeting).groups[0].lines if line.link.id == link)
        for link in made.links
    )
    store = records.folder.files
    store.path_of(lost.sha256).unlink()
    store.path_of(altered.sha256).write_bytes(b"altered.txT")
    found = {one.kind: one.detail for one in records.folder.check()}
    assert found == {
        FindingKind.FILE_MISSING: f"lost.txt (meeting {meeting.id})",
        FindingKind.FILE_ALTERED: f"altered.txt (meeting {meeting.id})",
    }


def test_a_file_without_its_row_is_harmless(office: Office, records: Records, meeting: RecordRef) -> None:
    """The program was killed after the bytes were kept and before the act was stored."""
    file = records.folder.files.take_bytes(b"never attached")
    assert records.folder.check() == ()
    assert files_sheet(office.context, meeting).count == 0
    owners.attach(office.context, meeting, [NewFile(file, "now.txt")], unnamed=UNNAMED)
    assert names(records, meeting) == ["now.txt"]


def test_a_record_that_is_not_there_is_refused(records: Records) -> None:
    for kind in FileOwner:
        with refused("record_unknown", kind=kind.value):
            put(records, RecordRef(kind, 9_999), "a.txt")
