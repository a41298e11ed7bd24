"""What is not known of a meeting from before the records is not claimed on its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app import wiring
from desktop_app.domain.progress import Progress
from desktop_app.domain.rules.files import FileOwner, RecordRef, StoredFile
from desktop_app.domain.rules.taking_over import PastMeeting
from desktop_app.services.files.owners import file_count
from desktop_app.services.taking_over.importing import enter_meeting
from desktop_app.storage.file.file_store import FileStore
from desktop_app.window.kit.files.files_adding import FilePort
from desktop_app.window.kit.files.files_dialog import FileRow, FilesDialog
from desktop_app.window.kit.files.record_files import RecordFiles
from desktop_app.window.kit.files_button import FilesButton
from desktop_app.window.meeting.page import INVITATIONS
from desktop_app.workers import Workers
from tests.bootstrap.parts import AnsweringDialogs
from tests.services.office_steps import Office
from tests.services.records import Records
from tests.services.taking_over.test_earlier import tell
from tests.shown import child, texts
from tests.views.meeting_desk import at_desk
from tests.views.minutes_desk import desk_at

BEFORE = "پیش از ثبت"


@pytest.fixture
def meeting_id(office: Office) -> int:
    """A past meeting with a subject and nothing else."""
    tell(office)
    past = PastMeeting(number=12, day=date(2022, 11, 24), subject="زیرساخت")
    enter_meeting(office.context, past, wiring.taking_over_words())
    return int(office.where("meetings", number=12)[0].id)


PageOf = Callable[[Office, int], Iterator[QWidget]]


def minutes_page(office: Office, meeting_id: int) -> Iterator[QWidget]:
    """Its minutes."""
    (version,) = office.where("versions", meeting_id=meeting_id)
    page = desk_at(office, meeting_id, version.id).page
    yield page
    page.close()
    page.deleteLater()


def meeting_page(office: Office, meeting_id: int) -> Iterator[QWidget]:
    """Its page."""
    for desk in at_desk(office, meeting_id):
        yield desk.page


@pytest.mark.parametrize("page_of", [minutes_page, meeting_page])
def test_nothing_is_counted_that_nobody_counted(office: Office, meeting_id: int, page_of: PageOf) -> None:
    for page in page_of(office, meeting_id):
        said = "\n".join(texts(page))
        for claimed in ("۰ از", "۰ امضا", "نوشته نشده", "با نوشتن روز جلسه"):
            assert claimed not in said, said
        assert BEFORE in said


@pytest.mark.parametrize("page_of", [minutes_page, meeting_page])
def test_its_files_are_one_list(office: Office, meeting_id: int, page_of: PageOf) -> None:
    for page in page_of(office, meeting_id):
        (button,) = page.findChildren(FilesButton)
        assert button.record == RecordRef(FileOwner.MEETING, meeting_id)


def test_nobody_is_said_to_have_been_invited_or_not(office: Office, meeting_id: int) -> None:
    for desk in at_desk(office, meeting_id):
        desk.page.ui.tabs.setCurrentIndex(INVITATIONS)
        said = texts(desk.page)
        assert BEFORE in said
        assert not [one for one in said if "فرستاده نشده" in one]
        assert not desk.page.ui.stepper.isVisibleTo(desk.page), "the steps that it went through are not known"


class FilesOfTest:
    """The store of the data folder; nothing of it is looked at here."""

    def __init__(self, store: FileStore) -> None:
        self._store = store

    def take(self, path: Path, progress: Progress) -> StoredFile:
        return self._store.take(path, progress)

    def judge(self, _file: StoredFile, _name: str, _told: Progress) -> None:
        """Nothing is wrong with it."""

    def doubt_of(self, _file: StoredFile) -> None:
        """Nothing."""

    def __getattr__(self, name: str) -> object:
        raise AssertionError(name)


class OneFile(AnsweringDialogs):
    """Answers with a file."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def pick_open_path(self, title: str, folder: Path, kinds: str) -> Path | None:
        return self._path


def test_its_scan_may_follow_from_its_page_and_shows_beside_its_minutes(
    qtbot: QtBot, office: Office, records: Records, meeting_id: int, tmp_path: Path
) -> None:
    scan = tmp_path / "اسکن.pdf"
    scan.write_bytes(b"%PDF-1.7 the signed minutes")
    for desk in at_desk(office, meeting_id):
        workers = Workers(desk.page)
        file_port = cast("FilePort", FilesOfTest(records.folder.files))
        RecordFiles(desk.page, desk.page.files, desk.page, desk.controller, file_port, OneFile(scan), workers)
        QTest.keyClick(desk.page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        dialog = child(desk.page, FilesDialog)
        qtbot.waitUntil(dialog.isActiveWindow)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Insert)
        qtbot.waitUntil(lambda: file_count(office.context, RecordRef(FileOwner.MEETING, meeting_id)) == 1)
        assert child(dialog, FileRow).line.link.name == "اسکن.pdf"
        dialog.reject()
    for page in minutes_page(office, meeting_id):
        (button,) = page.findChildren(FilesButton)
        assert button.record is not None
        assert file_count(office.context, button.record) == 1
