"""The print page of minutes from before the records: the scan of what was signed, or that there is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.rules.files import StoredFile
from desktop_app.domain.rules.taking_over import PastMeeting
from desktop_app.services.files.owners import NewFile
from desktop_app.services.taking_over.importing import enter_meeting
from desktop_app.widgets.controls.button import Button
from desktop_app.window.kit.destinations import Destination, OpenMinutes
from desktop_app.window.kit.files.files_adding import FilePort
from desktop_app.window.minutes import asking_words as minutes_words
from desktop_app.window.signing import scan_words, words
from desktop_app.window.signing.controller import PaperController
from desktop_app.words import states
from desktop_app.workers import Workers
from tests.bootstrap.parts import AnsweringDialogs, PaperTray
from tests.controllers.test_paper_controller import NoScans, Page, Paper, Printing
from tests.services.office_steps import Office
from tests.services.records import Records
from tests.services.taking_over.test_earlier import tell
from tests.services.taking_over.test_importing import WORDS
from tests.shown import texts
from tests.views.minutes_desk import desk_at

PDF = b"%PDF-1.7 the signed minutes"


class FilesOfTest:
    """Reads what the data folder keeps, and opens it as two pages."""

    def __init__(self, records: Records) -> None:
        self._store = records.folder.files
        self.read_files: list[bytes] = []

    def open_pages(self, file: StoredFile, _name: str, _told: Progress = no_progress) -> Paper:
        self.read_files.append(self._store.read(file))
        return Paper(self.read_files[-1])


class Scans(NoScans):
    """Looks at files alone."""

    def __init__(self, file_port: FilesOfTest) -> None:
        self._file_port = file_port

    @property
    def file_port(self) -> FilePort:
        return cast("FilePort", self._file_port)


@dataclass
class Desk:
    bot: QtBot
    office: Office
    records: Records
    page: Page = field(default_factory=Page)
    went: list[Destination] = field(default_factory=list)

    def __post_init__(self) -> None:
        tell(self.office)
        self.file_port, self.workers = FilesOfTest(self.records), Workers(self.page)
        self.controller = PaperController(
            self.page,
            self.office.context,
            AnsweringDialogs(),
            PaperTray(),
            self.workers,
            Printing({}),
            Scans(self.file_port),
            self.page,
        )
        self.controller.navigated.connect(self.went.append)

    def enter(self, scan: NewFile | None) -> int:
        """A past meeting; the id of its minutes."""
        enter_meeting(self.office.context, PastMeeting(number=12, day=date(2022, 11, 24)), WORDS, scan)
        (meeting,) = self.office.where("meetings", number=12)
        return int(self.office.where("versions", meeting_id=meeting.id)[0].id)


@pytest.fixture
def desk(qtbot: QtBot, office: Office, records: Records) -> Iterator[Desk]:
    made = Desk(qtbot, office, records)
    yield made
    made.controller.close()
    made.page.deleteLater()


def test_its_scan_is_shown_where_the_paper_would_be(desk: Desk, records: Records) -> None:
    version = desk.enter(NewFile(records.folder.files.take_bytes(PDF), "اسکن.pdf"))
    desk.controller.show(version)
    desk.bot.waitUntil(lambda: not desk.workers.busy)
    assert desk.file_port.read_files == [PDF]
    assert desk.page.counts[-1] == 2
    assert desk.page.refused == []
    assert desk.page.ui.printButton.text() == scan_words.PRINT_SCAN
    assert not desk.page.look.isVisibleTo(desk.page), "there is no printed paper to choose"


def test_without_a_scan_that_is_said_with_the_way_to_add_one(desk: Desk) -> None:
    version = desk.enter(None)
    desk.controller.show(version)
    desk.bot.waitUntil(lambda: not desk.workers.busy)
    assert desk.page.refused == [(words.NO_SCAN, words.TO_MINUTES)]
    desk.page.retry_requested.emit()
    assert desk.went == [OpenMinutes(version)]
    (meeting,) = desk.office.where("meetings", number=12)
    minutes = desk_at(desk.office, meeting.id, version)
    said = texts(minutes.page)
    assert states.NO_SCAN in said, "in the band beneath the name"
    assert [one.ui.state.text() for one in (desk.page, minutes.page)] == [states.NO_SCAN] * 2
    assert minutes_words.ADD_SCAN in [button.text() for button in minutes.page.findChildren(Button)]
    minutes.page.close()
    minutes.page.deleteLater()
