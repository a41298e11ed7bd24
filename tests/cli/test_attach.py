"""``attach`` puts a file onto a record, and refuses what is no file, no record, or a folder that is at work."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.services.files.owners import files_sheet
from desktop_app.services.members.people import add_person
from desktop_app.wiring import check_folder, open_office, view_office
from desktop_app.words.attached_files import doubtful
from tests.cli.caller import Caller
from tests.printing.every_paper import paper
from tests.systems import not_on_windows

CLOCK = FixedClock(datetime(2023, 5, 12, 10, 0, tzinfo=UTC))


@pytest.fixture
def folder(demo_folder: Path, tmp_path: Path) -> Path:
    """Demo data of a test's own."""
    return Path(shutil.copytree(demo_folder, tmp_path / "داده"))


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A file of the machine."""
    path = tmp_path / "نامه.pdf"
    path.write_bytes(paper("letter"))
    return path


def attach(call: Caller, folder: Path, file: Path, to: str) -> tuple[int | None, str]:
    """The exit code, and the key or the answer."""
    told = call("attach", file, "--to", to, "--data", folder, "--clock-ok")
    last = told.err.strip().splitlines()[-1:] if told.code else []
    return told.code, last[0].rpartition("[")[2].rstrip("]") if last else told.out


TARGETS: Final = {
    FileOwner.MEETING: "meeting:۵",
    FileOwner.MINUTES: "minutes:5",
    FileOwner.AGENDA_ITEM: "item:5/2",
    FileOwner.RESOLUTION: "resolution:1401/3/2",
    FileOwner.UNIT: "unit:دفتر فناوری اطلاعات و تحول",
    FileOwner.PERSON: "person:مهرداد ستوده‌منش",
    FileOwner.SEAT: "seat:رئیس جلسه",
    FileOwner.NOMINATION: "nomination:۲",
    FileOwner.TASK: "task:1",
    FileOwner.INCOMING: "incoming:۱۴۰۲/1",
    FileOwner.OUTGOING: "outgoing:1402/۱",
    FileOwner.UPSTREAM: "upstream:ساختار و تشکیلات مرکز ملی فضای مجازی",
}


def test_every_kind_that_has_files_can_be_named() -> None:
    assert TARGETS.keys() == set(FileOwner)


@pytest.mark.parametrize("kind", TARGETS)
def test_onto_every_kind(call: Caller, folder: Path, letter: Path, kind: FileOwner) -> None:
    to = TARGETS[kind]
    code, said = attach(call, folder, letter, to)
    assert code == 0, said
    assert "پیوست شد" in said
    assert attach(call, folder, letter, to) == (1, "file_attached_already")
    assert check_folder(folder, CLOCK) == ()
    with closing(view_office(folder, CLOCK)) as office, office.context.read() as work:
        assert work.file_links.where()[-1].record_kind == kind.value


def test_a_part_of_a_name_is_answered_with_the_whole_and_one_of_several_with_all_of_them(
    call: Caller, folder: Path, letter: Path
) -> None:
    code, said = attach(call, folder, letter, "unit:نوسازی و تحول")
    assert code == 0, said
    assert "دفتر فناوری اطلاعات، نوسازی و تحول اداری" in said
    told = call("attach", letter, "--to", "unit:اداره کل", "--data", folder, "--clock-ok")
    assert told.code == 1
    assert told.err.rstrip().endswith("[unit_name_of_several]")
    assert "«اداره کل ارتباطات" in told.err


def test_a_name_of_several_people_is_refused_with_what_tells_them_apart(
    call: Caller, folder: Path, letter: Path
) -> None:
    with closing(open_office(folder, CLOCK)) as office:
        with office.context.read() as work:
            first = work.people.where()[0]
        twin = add_person(office.context.of_act(), replace(first, id=0, post="مدیر کل")).id
    told = call("attach", letter, "--to", f"person:{first.name}", "--data", folder, "--clock-ok")
    assert told.code == 1
    assert told.err.rstrip().endswith("[file_target_of_several]")
    assert all(f"person:{one}" in told.err for one in (first.id, twin))


def test_what_was_attached_shows(call: Caller, folder: Path, letter: Path) -> None:
    attach(call, folder, letter, "meeting:5")
    with closing(view_office(folder, CLOCK)) as office:
        with office.context.read() as work:
            meeting = work.meetings.where(number=5)[0].id
        lines = files_sheet(office.context, RecordRef(FileOwner.MEETING, meeting)).groups[0].lines
        assert lines[-1].link.name == "نامه.pdf"
        assert office.files.read(lines[-1].file) == letter.read_bytes()


@pytest.mark.parametrize(
    ("to", "key"),
    [
        ("meeting:99", "meeting_number_unknown"),
        ("meeting:", "file_target_unknown"),
        ("meeting:چهل", "file_target_unknown"),
        ("minutes:x", "file_target_unknown"),
        ("item:الف/1", "file_target_unknown"),
        ("item:5/99", "file_target_unknown"),
        ("task:0", "file_target_unknown"),
        ("person:هیچ‌کس", "file_target_unknown"),
        ("seat:هیچ", "file_target_unknown"),
        ("nomination:0", "file_target_unknown"),
        ("incoming:1402/999", "file_target_unknown"),
        ("outgoing:1402", "file_target_unknown"),
        ("letter:1", "file_target_unknown"),
        ("nothing", "file_target_unknown"),
        ("../../x:1", "file_target_unknown"),
        ("resolution:0", "resolution_number_unknown"),
        ("unit:هیچ", "unit_name_unknown"),
    ],
)
def test_a_record_that_is_none(call: Caller, folder: Path, letter: Path, to: str, key: str) -> None:
    assert attach(call, folder, letter, to) == (1, key)
    told = call("attach", letter, "--to", to, "--data", folder, "--clock-ok")
    assert "گیرندهٔ نامه" not in told.err
    assert "شماره در دفتر" not in told.err
    assert "«\u2066--to\u2069»" in told.err, "the argument that is wrong"


def test_a_file_that_is_none(call: Caller, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    assert attach(call, folder, tmp_path / "empty", "meeting:5") == (1, "file_empty")
    assert attach(call, folder, tmp_path, "meeting:5") == (1, "file_not_regular")
    assert attach(call, folder, tmp_path / "missing", "meeting:5") == (1, "file_unreadable")


def test_a_torn_file_is_kept_and_told(call: Caller, folder: Path, letter: Path) -> None:
    letter.write_bytes(letter.read_bytes()[:-2_000])
    told = call("attach", letter, "--to", "meeting:5", "--data", folder, "--clock-ok")
    assert told.code == 0
    assert "پیوست شد" in told.out
    assert doubtful(letter.name, "torn") in told.err
    with closing(view_office(folder, CLOCK)) as office, office.context.read() as work:
        assert work.file_links.where()[-1].name == letter.name


def test_of_a_sound_file_nothing_more_is_told(call: Caller, folder: Path, letter: Path) -> None:
    told = call("attach", letter, "--to", "meeting:5", "--data", folder, "--clock-ok")
    assert doubtful(letter.name, "torn")[:10] not in told.err


@not_on_windows("it has no such pipes")
def test_a_pipe_is_not_waited_for(call: Caller, folder: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert attach(call, folder, tmp_path / "pipe", "meeting:5") == (1, "file_not_regular")


def test_a_clock_that_stands_wrong_needs_a_word(call: Caller, folder: Path, letter: Path) -> None:
    told = call("attach", letter, "--to", "meeting:5", "--data", folder)
    assert (told.code, told.key()) == (1, "clock_ahead")
    assert "--clock-ok" in told.err, "how it is confirmed"


def test_while_the_window_works_it_is_refused(call: Caller, folder: Path, letter: Path) -> None:
    with closing(open_office(folder, CLOCK)):
        assert attach(call, folder, letter, "meeting:5") == (1, "data_in_use")


def test_the_check_names_a_file_that_is_gone(call: Caller, folder: Path, letter: Path) -> None:
    attach(call, folder, letter, "meeting:5")
    for one in (folder / "files").rglob("*"):
        if one.is_file() and one.read_bytes() == letter.read_bytes():
            one.unlink()
    told = call("check", "--data", folder)
    assert told.code == 1
    line = next(line for line in told.out.splitlines() if "نامه.pdf" in line)
    assert "پیوست‌های جلسهٔ ۵" in line
