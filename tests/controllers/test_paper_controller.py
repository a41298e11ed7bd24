"""The print page: made, saved, printed and recorded; refused targets, no printer, and papers that changed meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.acts import Act
from desktop_app.domain.documents import documents
from desktop_app.domain.documents.paper_kinds import PaperKind, Profile
from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.domain.outcome import Changed
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.paper_sheet import PaperSheet
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.services.minutes.finalising import withdraw
from desktop_app.services.minutes.minutes import to_review
from desktop_app.services.minutes.paper_sheet import paper_sheet
from desktop_app.services.scans.scan_tools import ScanTools
from desktop_app.storage.store.work import Work
from desktop_app.widgets.paper.page_canvas import PageImage, Render
from desktop_app.widgets.paper.page_pair import ComparedPrint
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.destinations import OpenMinutes
from desktop_app.window.kit.files.files_adding import FilePort
from desktop_app.window.kit.paper_printing import SavedPrint
from desktop_app.window.signing import words
from desktop_app.window.signing.controller import PaperController
from desktop_app.window.signing.page import PaperPage
from desktop_app.words.refusals import sentence
from desktop_app.workers import Workers
from tests.bootstrap.parts import AnsweringDialogs, PaperTray
from tests.services.office_steps import Office

PDF = b"%PDF-1.7 of meeting "
BUSY = EnvironmentProblem("print_target_busy", path="m.pdf")


class Page(PaperPage):
    """The print page, which also remembers."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[PaperSheet] = []
        self.counts: list[int] = []
        self.refused: list[tuple[str, str]] = []
        self.done: list[str] = []

    def show_sheet(self, sheet: PaperSheet) -> None:
        self.sheets.append(sheet)
        super().show_sheet(sheet)

    def show_pages(self, count: int, render: Render | None) -> None:
        self.counts.append(count)
        super().show_pages(count, render)

    def show_refusal(self, title: str, text: str = "", action: str = "", tone: Tone = Tone.DANGER) -> None:
        self.refused.append((title, action))
        super().show_refusal(title, text, action, tone)

    def show_done(self, text: str) -> None:
        self.done.append(text)
        super().show_done(text)

    def clear_message(self) -> None:
        self.refused.clear()
        super().clear_message()


class Paper:
    """An open PDF of two pages."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pdf
        self.closed = False
        self.count = 2
        self.points = ((595.0, 842.0), (595.0, 842.0))

    def draw(self, page: int, width: int) -> PageImage:
        """A white page; a closed one must never be asked."""
        assert not self.closed
        return PageImage(b"\xff" * (width * width * 4), width, width)

    def close(self) -> None:
        """Let it go."""
        self.closed = True


class Printing:
    """Makes papers out of the number of their meeting, and refuses what it is told to."""

    def __init__(self, refuse: dict[str, BaseException]) -> None:
        self.refuse = refuse
        self.opened: list[Paper] = []
        self.files: dict[Path, bytes] = {}
        self.unmakeable: set[int] = set()

    def make(
        self,
        kind: PaperKind,
        paper: documents.Paper[Any],
        profile: Profile | None = None,
        progress: Progress = no_progress,
    ) -> bytes:
        number = paper.document.meeting.number
        if "make" in self.refuse:
            raise self.refuse["make"]
        if number in self.unmakeable:
            raise EnvironmentProblem("font_lost", font="Nazli")
        return PDF + str(number).encode()

    def word(self, kind: PaperKind, paper: documents.Paper[Any], progress: Progress) -> bytes:
        raise NotImplementedError

    def has_word(self, kind: PaperKind) -> bool:
        return False

    def open_pages(self, pdf: bytes) -> Paper:
        self.opened.append(Paper(pdf))
        return self.opened[-1]

    def first_pages(self, pdf: bytes) -> tuple[int, ...]:
        raise NotImplementedError

    def write_file(self, path: Path, content: bytes) -> str:
        if "write" in self.refuse:
            raise self.refuse["write"]
        self.files[path] = content
        return sha256(content).hexdigest()

    def keep_paper(self, name: str, pdf: bytes) -> SavedPrint:
        return SavedPrint(name, self.write_file(Path("/data/papers") / name, pdf))

    def papers_folder(self) -> Path:
        return Path("/home/documents")


class NoScans:
    """Nothing is scanned here."""

    @property
    def file_port(self) -> FilePort:
        raise AssertionError("no scan is kept")

    def tools(self) -> ScanTools:
        raise AssertionError("no scan is read")

    def page(self, file: ChosenFile, page: int, _told: Progress = no_progress) -> PageImage:
        raise AssertionError(f"{file.name} {page}")

    def beside(self, version_id: int, page: PageImage, number: int = 0) -> ComparedPrint:
        raise AssertionError(f"{version_id} {page} {number}")


@dataclass
class Desk:
    """Everything round one controller; two meetings have final minutes."""

    bot: QtBot
    office: Office
    page: Page = field(default_factory=Page)
    dialogs: AnsweringDialogs = field(default_factory=AnsweringDialogs)
    printer: PaperTray = field(default_factory=lambda: PaperTray(copies=3))
    workers: Workers = field(default_factory=Workers)
    refuse: dict[str, BaseException] = field(default_factory=dict)
    changed: list[Changed] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.first, self.second = self.written(MinutesState.FINAL), self.written(MinutesState.FINAL)
        self.printing = Printing(self.refuse)
        context = replace(self.office.context, begin=self._begin)
        self.controller = PaperController(
            self.page, context, self.dialogs, self.printer, self.workers, self.printing, NoScans(), self.page
        )
        self.controller.changed.connect(self.changed.append)

    def written(self, state: MinutesState) -> int:
        """Minutes in this state."""
        _, version_id = self.office.written(2)
        if state is MinutesState.REVIEW:
            to_review(self.office.context, version_id)
        elif state is not MinutesState.DRAFT:
            self.office.finalised(version_id)
        if state is MinutesState.WITHDRAWN:
            withdraw(self.office.context, version_id, "دلیل آزمون")
        return version_id

    def show(self, version_id: int | None = None) -> None:
        """Show a version and wait for its pages, or for what was refused."""
        self.controller.show(version_id or self.first)
        self.bot.waitUntil(lambda: not self.workers.busy)

    @property
    def recorded(self) -> list[tuple[int, int, str, str]]:
        """The printings: of which version, how many copies, file and digest."""
        made = self.office.where("printings")
        return [(one.minutes_version_id, one.copies, one.path, one.sha256) for one in made]

    def _begin(self, _act: Act) -> AbstractContextManager[Work]:
        if "record" in self.refuse:
            raise self.refuse["record"]
        return self.office.open_work()


@pytest.fixture
def desk(qtbot: QtBot, office: Office) -> Iterator[Desk]:
    made = Desk(qtbot, office)
    yield made
    made.controller.close()
    made.page.deleteLater()


def test_of_two_makings_of_one_version_the_later_counts(desk: Desk) -> None:
    desk.controller.show(desk.first)
    desk.show(desk.first)
    assert [paper.closed for paper in desk.printing.opened] == [False], "what came too late was not opened"


def test_a_paper_that_ends_after_its_page_was_closed_is_not_opened(desk: Desk) -> None:
    desk.controller.show(desk.first)
    desk.controller.close()
    desk.bot.waitUntil(lambda: not desk.workers.busy)
    assert desk.printing.opened == []


def test_a_refusal_of_a_paper_that_was_left_is_not_said_of_the_next(desk: Desk) -> None:
    desk.printing.unmakeable = {1}
    desk.controller.show(desk.first)
    desk.show(desk.second)
    assert desk.page.refused == []
    assert [paper.pdf for paper in desk.printing.opened] == [PDF + b"2"]


def test_pages_come_after_the_sheet(desk: Desk) -> None:
    desk.controller.show(desk.first)
    assert [sheet.version.id for sheet in desk.page.sheets] == [desk.first]
    assert desk.page.counts == [0], "nothing is shown while it is made"
    with desk.bot.waitSignal(desk.controller.made) as made:
        pass
    assert made.args == [desk.first]
    assert desk.page.counts == [0, 2]


def test_only_the_last_version_that_was_asked_for_is_shown(desk: Desk) -> None:
    desk.controller.show(desk.first)
    desk.controller.show(desk.second)
    desk.bot.waitUntil(lambda: not desk.workers.busy)
    assert [paper.pdf for paper in desk.printing.opened] == [PDF + b"2"]


def test_another_paper_closes_the_one_before(desk: Desk) -> None:
    desk.show(desk.first)
    desk.show(desk.second)
    assert [paper.closed for paper in desk.printing.opened] == [True, False]
    desk.controller.close()
    assert desk.printing.opened[-1].closed


def test_a_version_that_is_not_there_leaves_no_other_paper_on_screen(desk: Desk) -> None:
    desk.show(desk.first)
    with pytest.raises(RuleBroken) as gone:
        paper_sheet(desk.office.context, 99)
    desk.controller.show(99)
    assert desk.page.refused == [(sentence(gone.value), "")]
    assert desk.page.counts[-1] == 0
    desk.controller.print_paper()
    desk.controller.save()
    assert desk.printer.jobs == []


def test_a_paper_that_cannot_be_made_is_made_again_when_asked(desk: Desk) -> None:
    missing = RuleBroken("glyph_missing", character="☎", code_point=0x260E, place="agenda", row=2)
    desk.refuse["make"] = missing
    desk.show()
    assert desk.page.refused == [(sentence(missing), words.PRINT_AGAIN)]
    del desk.refuse["make"]
    desk.page.retry_requested.emit()
    desk.bot.waitUntil(lambda: bool(desk.printing.opened))
    assert desk.page.refused == []


def test_a_fault_while_making_is_no_refusal(desk: Desk) -> None:
    desk.refuse["make"] = ZeroDivisionError("inside")
    with desk.bot.captureExceptions() as faults:
        desk.show()
    assert faults[0][0] is ZeroDivisionError
    assert desk.page.refused == []


# ---- saving


def test_the_paper_is_saved_where_the_operator_says(desk: Desk) -> None:
    desk.show()
    desk.dialogs.save_to = Path("/home/صورت‌جلسه.pdf")
    desk.page.save_requested.emit()
    assert desk.dialogs.suggested == [Path("/home/documents") / words.file_name(1, 1)]
    assert desk.printing.files == {Path("/home/صورت‌جلسه.pdf"): PDF + b"1"}
    assert desk.page.done == [words.saved(str(Path("/home/صورت‌جلسه.pdf")))]
    assert desk.recorded == [], "saving is no printing"


def test_declining_to_save_does_nothing(desk: Desk) -> None:
    desk.show()
    desk.page.save_requested.emit()
    assert desk.printing.files == {}
    assert desk.page.done == []


def test_a_place_where_no_paper_can_ever_be_leads_to_another(desk: Desk) -> None:
    desk.show()
    desk.dialogs.save_to = Path("/home/papers/m.pdf")
    refused = desk.refuse["write"] = EnvironmentProblem("target_of_office", path="m.pdf")
    desk.page.save_requested.emit()
    assert desk.page.refused == [(sentence(refused), words.OTHER_PLACE)]
    del desk.refuse["write"]
    desk.dialogs.save_to = Path("/home/m.pdf")
    desk.page.retry_requested.emit()
    assert desk.printing.files == {Path("/home/m.pdf"): PDF + b"1"}


def test_a_target_that_is_open_elsewhere_is_tried_again_at_the_same_place(desk: Desk) -> None:
    desk.show()
    desk.dialogs.save_to = Path("/home/m.pdf")
    desk.refuse["write"] = BUSY
    desk.page.save_requested.emit()
    assert desk.page.refused == [(sentence(BUSY), words.PRINT_AGAIN)]
    del desk.refuse["write"]
    desk.page.retry_requested.emit()
    assert desk.printing.files == {Path("/home/m.pdf"): PDF + b"1"}
    assert len(desk.dialogs.suggested) == 1, "the place is not asked for again"
    assert desk.page.refused == []


def test_nothing_is_saved_or_printed_before_there_are_pages(desk: Desk) -> None:
    desk.controller.show(desk.first)
    desk.dialogs.save_to = Path("/home/m.pdf")
    desk.page.save_requested.emit()
    desk.page.print_requested.emit()
    assert (desk.printing.files, desk.printer.jobs) == ({}, [])
    desk.bot.waitUntil(lambda: not desk.workers.busy)


# ---- printing


def test_a_paper_for_the_pen_is_kept_printed_and_recorded(desk: Desk) -> None:
    desk.show()
    desk.page.print_requested.emit()
    kept = Path("/data/papers") / words.file_name(1, 1)
    assert desk.printing.files == {kept: PDF + b"1"}
    assert [(job.count, job.name) for job in desk.printer.jobs] == [(2, kept.name)]
    assert desk.recorded == [(desk.first, 3, kept.name, sha256(desk.printing.files[kept]).hexdigest())]
    assert desk.changed == [Changed.MINUTES]
    assert desk.page.done == [words.sent_to_printer(2, 3)]


def test_a_printing_that_was_recorded_at_an_earlier_try_is_not_offered_again(desk: Desk) -> None:
    desk.show()
    desk.refuse["record"] = RuleBroken("act_stored_before")
    desk.page.print_requested.emit()
    assert desk.page.refused == [(sentence(RuleBroken("act_stored_before")), "")]
    del desk.refuse["record"]
    desk.page.retry_requested.emit()
    desk.bot.waitUntil(lambda: not desk.workers.busy)
    assert desk.recorded == [], "another try makes the paper anew"


@pytest.mark.parametrize("state", [MinutesState.DRAFT, MinutesState.REVIEW, MinutesState.WITHDRAWN])
def test_any_other_paper_is_printed_without_a_record(desk: Desk, state: MinutesState) -> None:
    desk.show(desk.written(state))
    desk.page.print_requested.emit()
    assert len(desk.printer.jobs) == 1
    assert (desk.printing.files, desk.recorded, desk.changed) == ({}, [], [])


def test_some_pages_of_a_paper_for_the_pen_are_no_paper_for_the_pen(desk: Desk) -> None:
    """A page that was smeared is printed again: what is recorded is the whole."""
    desk.printer.pages = (0,)
    desk.show()
    desk.page.ui.pages.go_to(1)
    desk.page.print_requested.emit()
    assert [job.current for job in desk.printer.jobs] == [1], "the dialog offers the page that shows"
    assert (desk.recorded, desk.changed) == ([], [])
    assert desk.page.done == [f"{words.part_sent_to_printer(1, 3, 2)} {words.PART_NOT_RECORDED}"]
    desk.printer.pages = None
    desk.page.print_requested.emit()
    assert [copies for _, copies, _, _ in desk.recorded] == [3]


def test_some_pages_of_another_paper_are_told(desk: Desk) -> None:
    desk.printer.pages = (0,)
    desk.show(desk.written(MinutesState.DRAFT))
    desk.page.print_requested.emit()
    assert desk.page.done == [words.part_sent_to_printer(1, 3, 2)]


def test_declining_to_print_records_nothing(desk: Desk) -> None:
    desk.printer.copies = 0
    desk.show()
    desk.page.print_requested.emit()
    assert (desk.recorded, desk.page.done, desk.page.refused) == ([], [], [])


def test_without_a_printer_it_says_what_to_do_and_tries_again(desk: Desk) -> None:
    desk.printer.copies = None
    desk.show()
    desk.page.print_requested.emit()
    assert desk.page.refused == [(words.NO_PRINTER, words.PRINT_AGAIN)]
    assert desk.recorded == []
    desk.printer.copies = 2
    desk.page.retry_requested.emit()
    assert [copies for _, copies, _, _ in desk.recorded] == [2]
    assert desk.page.refused == []


def test_what_cannot_be_kept_is_not_printed(desk: Desk) -> None:
    desk.refuse["write"] = BUSY
    desk.show()
    desk.page.print_requested.emit()
    assert desk.page.refused == [(sentence(BUSY), words.PRINT_AGAIN)]
    assert desk.printer.jobs == []


def test_a_record_that_fails_is_repeated_without_printing_again(desk: Desk) -> None:
    full = EnvironmentProblem("storage_full")
    desk.refuse["record"] = full
    desk.show()
    desk.page.print_requested.emit()
    assert desk.page.refused == [(sentence(full), words.RECORD_AGAIN)]
    del desk.refuse["record"]
    desk.page.retry_requested.emit()
    assert len(desk.printer.jobs) == 1
    assert [(version, copies) for version, copies, _, _ in desk.recorded] == [(desk.first, 3)]
    assert desk.changed == [Changed.MINUTES]


# ---- round it


def test_a_notice_being_written_is_asked_about(desk: Desk) -> None:
    desk.show()
    assert desk.controller.may_leave()
    desk.page.trip.notice.button.click()
    desk.page.trip.notice.form.letter.set_text("۹۱۲")
    desk.dialogs.answers = ["stay", "leave"]
    assert not desk.controller.may_leave()
    assert desk.page.unfinished()
    assert desk.controller.may_leave()
    assert not desk.page.unfinished()
    desk.page.trip.notice.button.click()
    desk.page.trip.notice.form.letter.set_text("۹۱۲")
    sent: list[object] = []
    desk.page.signals.notice_sent.connect(sent.append)
    desk.dialogs.answers = ["save"]
    assert not desk.controller.may_leave(), "minutes that await a signature need a reason, which is asked for here"
    assert len(sent) == 1


def test_the_round_trip_follows_what_others_changed(desk: Desk) -> None:
    desk.controller.reload(Changed.MINUTES)
    assert desk.page.sheets == []
    desk.show()
    withdraw(desk.office.context, desk.first, "دلیل آزمون")
    desk.controller.reload(Changed.TASKS)
    assert len(desk.page.sheets) == 1
    desk.controller.reload(Changed.MINUTES)
    shown = desk.page.sheets[-1]
    assert (shown.version.state, shown.can_print_for_pen) == (MinutesState.WITHDRAWN, False)


def test_back_leads_to_the_minutes(desk: Desk) -> None:
    desk.page.back_requested.emit()
    desk.show()
    with desk.bot.waitSignal(desk.controller.navigated) as wanted:
        desk.page.back_requested.emit()
    assert wanted.args == [OpenMinutes(desk.first)]


def test_of_a_paper_that_cannot_be_read_no_other_round_trip_shows(desk: Desk) -> None:
    desk.page.show()
    desk.show(desk.first)
    ui = desk.page.ui
    parts = (ui.title, ui.state, ui.breadcrumb, ui.roundTripScroll)
    signer = desk.office.where("signers", minutes_version_id=desk.first)[0]
    desk.controller.round_trip.sign(signer.id, 1, None)
    desk.show(desk.second + 99)
    assert not [part.objectName() for part in parts if part.isVisible()]
    assert not ui.backButton.isEnabled()
    assert desk.page.refused
    assert desk.controller.history_key() is None
    desk.controller.undo()
    assert desk.dialogs.asked == [], "the signature of other minutes would be taken back"
    desk.show(desk.first)
    assert all(part.isVisible() for part in parts)
    assert ui.backButton.isEnabled()
    desk.page.close()
