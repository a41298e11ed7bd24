"""Attached files and the machine: the copy for another program, a copy elsewhere, and a folder that is only viewed."""

from __future__ import annotations

import io
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.domain.progress import no_progress
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.domain.rules.files import OTHER, FileDoubt, StoredFile
from desktop_app.window.shell.office_files import OfficeFiles
from desktop_app.wiring import Office, open_office, view_office
from tests.places import link
from tests.printing.every_paper import paper
from tests.refusing import refused

CLOCK = FixedClock(datetime(2023, 5, 13, 6, 0, tzinfo=UTC))


@pytest.fixture
def folder(demo_folder: Path, tmp_path: Path) -> Path:
    """Demo data of a test's own."""
    return Path(shutil.copytree(demo_folder, tmp_path / "داده"))


@pytest.fixture
def office(folder: Path, qapp: object) -> Iterator[Office]:  # pages are waited for in a loop of events
    """An open office."""
    with closing(open_office(folder, CLOCK)) as opened:
        yield opened


def test_another_program_gets_a_read_only_copy_that_goes_with_this_one(office: Office) -> None:
    shown: list[Path] = []

    def show(path: Path) -> bool:
        shown.append(path)
        return True

    files = OfficeFiles(office, show)
    file = files.take_bytes(b"%PDF-1.7 a letter")
    path = files.copy_for_program(file, "نامه: ../../x.exe")
    files.open_in_program(path, "نامه")
    assert shown == [path]
    assert path.name == "نامه_ .._.._x.exe.pdf"
    assert path.read_bytes() == b"%PDF-1.7 a letter"
    # Windows has no such rights of others: it tells those of the owner for all
    others = 0 if sys.platform == "win32" else stat.S_IRGRP | stat.S_IROTH
    assert not path.stat().st_mode & (stat.S_IWUSR | others)
    assert office.folder.folder not in path.parents
    del files
    assert not path.exists()


def test_what_nobody_knows_is_not_opened(office: Office) -> None:
    files = OfficeFiles(office, lambda _path: False)
    program = files.take_bytes(b"MZ\x90\x00\x03")
    assert program.type == OTHER
    with refused("file_not_opened", name="setup.pdf"):
        files.copy_for_program(program, "setup.pdf")
    text = files.take_bytes(b"text")
    with refused("file_without_program"):
        files.open_in_program(files.copy_for_program(text, "a"), "a")


def test_a_copy_goes_nowhere_into_the_data_folder(office: Office, tmp_path: Path) -> None:
    files = OfficeFiles(office)
    file = files.take_bytes(b"text")
    files.save_copy(file, tmp_path / "رونوشت.txt")
    assert (tmp_path / "رونوشت.txt").read_bytes() == b"text"
    with refused("target_of_office"):
        files.save_copy(file, office.folder.folder / "dabirkhaneh.db")
    with refused("folder_missing"):
        files.save_copy(file, tmp_path / "no such folder" / "a.txt")


def test_a_copy_saved_over_a_link_takes_the_place_of_what_it_leads_to(office: Office, tmp_path: Path) -> None:
    files, target, soft = OfficeFiles(office), tmp_path / "a.txt", tmp_path / "link.txt"
    target.write_bytes(b"old")
    link(soft, target)
    files.save_copy(files.take_bytes(b"text"), soft)
    assert soft.is_symlink()
    assert target.read_bytes() == b"text"


def test_a_folder_that_is_only_viewed_takes_nothing(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"never taken")
    before = sorted(folder.rglob("*"))
    with closing(view_office(folder, CLOCK)) as office:
        files = OfficeFiles(office)
        with refused("opened_for_reading"):
            files.take(tmp_path / "a.txt", lambda _done, _total: None)
        with refused("opened_for_reading"):
            files.take_bytes(b"never taken")
    assert sorted(folder.rglob("*")) == before


def test_data_in_which_something_was_found_at_work_take_nothing_and_say_why(office: Office, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"never taken")
    before = sorted(office.folder.folder.rglob("*"))
    office.folder.note_found((Finding(kind=FindingKind.CHAIN_BROKEN, subject="chain_link", id=1),))
    files = OfficeFiles(office)
    with refused("records_doubtful", count=1):
        files.take(tmp_path / "a.txt", no_progress)
    with refused("records_doubtful", count=1):
        files.take_bytes(b"never taken")
    assert sorted(office.folder.folder.rglob("*")) == before


def _shown(files: OfficeFiles, content: bytes) -> tuple[int, list[int]]:
    file: StoredFile = files.take_bytes(content)
    assert files.may_show(file)
    with closing(files.open_pages(file, "a")) as pages:
        return pages.count, [pages.drawn(page, 120).width for page in range(pages.count)]


@pytest.mark.parametrize(("form", "frames"), [("PNG", 1), ("JPEG", 1), ("GIF", 1), ("TIFF", 3), ("WEBP", 1)])
def test_pictures_are_shown_at_the_asked_width(office: Office, form: str, frames: int) -> None:
    out = io.BytesIO()
    pages = [Image.new("L", (200 + n, 100), 200) for n in range(frames)]
    pages[0].save(out, form, **({"save_all": True, "append_images": pages[1:]} if frames > 1 else {}))
    assert _shown(OfficeFiles(office), out.getvalue()) == (frames, [120] * frames)


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n torn", b"\xff\xd8\xff torn", b"II*\x00 torn", b"%PDF-1.7 torn"]
)
def test_what_is_torn_is_refused_by_name(office: Office, content: bytes) -> None:
    files = OfficeFiles(office)
    file = files.take_bytes(content)
    with refused("pdf_unreadable" if content.startswith(b"%PDF") else "picture_not_shown"):
        files.open_pages(file, "a")


def test_a_picture_of_too_many_pixels_is_not_decoded(office: Office) -> None:
    out = io.BytesIO()
    Image.new("1", (12_000, 12_000)).save(out, "PNG")
    files = OfficeFiles(office)
    with refused("file_not_finished"):
        files.open_pages(files.take_bytes(out.getvalue()), "a")


def test_opening_of_a_file_is_ended_by_whoever_waits(office: Office) -> None:
    class Enough(Exception):
        """Nobody waits any more."""

    def told(_done: int, _total: int) -> None:
        raise Enough

    files = OfficeFiles(office)
    file = files.take_bytes(paper("letter"))
    with pytest.raises(Enough):
        files.open_pages(file, "a", told)


@pytest.mark.parametrize("attached", [False, True])
def test_a_pdf_whose_end_is_torn_off_is_shown(office: Office, *, attached: bool) -> None:
    whole = paper("letter")
    content, files = whole[: whole.rindex(b"startxref")], OfficeFiles(office)
    file = files.take_bytes(content)
    if attached:
        assert files.judge(file, "نامه.pdf", no_progress) is FileDoubt.TORN
    with closing(files.open_pages(file, "a")) as pages:
        assert pages.count
