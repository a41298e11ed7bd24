"""The print page: made, saved, printed and recorded; refused targets, no printer, and papers that changed meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from desktop_app.controllers.shell.destinations import OpenMinutes
from desktop_app.controllers.signing.paper_controller import PaperController, PaperServices
from desktop_app.controllers.signing.paper_round_trip import round_trip_services
from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.domain.errors import EnvironmentProblem, Refused, RuleBroken
from desktop_app.domain.read_models.paper_sheet import PaperSheet
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.minutes import MinutesState, MinutesVersion
from desktop_app.services.outcome import Outcome
from desktop_app.services.ports import Changed, Work
from desktop_app.text.papers import paper_page as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.signing.paper_signals import PaperSignals
from desktop_app.widgets.paper.page_canvas import PageImage
from desktop_app.widgets.paper.page_view import Render
from desktop_app.workers import Workers
from tests.bootstrap.parts import AnsweringDialogs, PaperTray
from tests.services.office import context_of

PDF = b"%PDF-1.7 of version "
BUSY = EnvironmentProblem("print_target_busy", path="m.pdf")


def _no_work() -> AbstractContextManager[Work]:
    raise AssertionError("the round trip has tests of its own")


class Page(QObject):
    """A print page that only remembers."""

    save_requested = Signal()
    print_requested = Signal()
    back_requested = Signal()
    retry_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.signals = PaperSignals(self)
        self.writing = False
        self.sheets: list[PaperSheet] = []
        self.counts: list[int] = []
        self.refused: list[tuple[str, str]] = []
        self.done: list[str] = []

    def show_sheet(self, sheet: PaperSheet) -> None:
        """Remember it."""
        self.sheets.append(sheet)

    def show_pages(self, count: int, render: Render | None) -> None:
        """Remember how many."""
        assert (render is None) == (count == 0)
        self.counts.append(count)

    def show_refusal(self, title: str, text: str = "", action: str = "") -> None:
        """Remember it."""
        self.refused.append((title, action))

    def show_done(self, text: str) -> None:
        """Remember it."""
        self.done.append(text)

    def clear_message(self) -> None:
        """Forget it."""
        self.refused.clear()

    def unfinished(self) -> bool:
        """Whether a notice is being written."""
        return self.writing

    def close_notice(self) -> None:
        """It was taken, or given up."""
        self.writing = False

    def go_on_after(self, signer_id: int) -> None:
        """The keyboard goes on."""

    def go_to_next_step(self) -> None:
        """The keyboard goes on."""

    def show_signing_refusal(self, field: str, text: str) -> None:
        """Remember it."""
        self.refused.append((text, field))

    def show_notice_refusal(self, field: str, text: str) -> None:
        """Remember it."""
        self.refused.append((text, field))


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


@dataclass
class Desk:
    """Everything round one controller."""

    bot: QtBot
    page: Page
    dialogs: AnsweringDialogs
    printer: PaperTray
    workers: Workers
    state: MinutesState = MinutesState.FINAL
    opened: list[Paper] = field(default_factory=list)
    files: dict[Path, bytes] = field(default_factory=dict)
    recorded: list[tuple[int, int, str, str]] = field(default_factory=list)
    refuse: dict[str, Refused | BaseException] = field(default_factory=dict)
    changed: list[Changed] = field(default_factory=list)
    unmakeable: set[int] = field(default_factory=set)
    controller: PaperController = field(init=False)

    def __post_init__(self) -> None:
        services = PaperServices(
            sheet=self._guard("sheet", self._sheet),
            make_pdf=self._guard("make", self._make),
            open_pages=self._open,
            write_file=self._guard("write", self._write),
            keep_paper=self._guard("write", lambda name, pdf: self._write(Path("/data/papers") / name, pdf)),
            record_printing=self._guard("record", self._record),
            suggested_folder=lambda: Path("/home/documents"),
            round_trip=round_trip_services(
                context_of(_no_work, FixedClock(datetime.fromisoformat("2023-05-13T12:00")))
            ),
        )
        self.controller = PaperController(self.page, services, self.dialogs, self.printer, self.workers, self.page)
        self.controller.changed.connect(self.changed.append)

    def show(self, version_id: int = 5) -> None:
        """Show a version and wait for its pages, or for what was refused."""
        self.controller.show(version_id)
        self.bot.waitUntil(lambda: not self.workers.busy)

    def _guard(self, name: str, act: Callable[..., Any]) -> Callable[..., Any]:
        def guarded(*given: Any) -> Any:
            if name in self.refuse:
                raise self.refuse[name]
            return act(*given)

        return guarded

    def _sheet(self, version_id: int) -> PaperSheet:
        return PaperSheet(
            version=MinutesVersion(id=version_id, meeting_id=1, version=2, state=self.state),
            meeting=Meeting(id=1, committee_id=1, number=3),
            code="",
            sample=False,
            printings=(),
            signers=(),
            versions=(),
            acts=(),
            can_print_for_pen=self.state is MinutesState.FINAL,
            can_withdraw=False,
        )

    def _make(self, version_id: int) -> bytes:
        if version_id in self.unmakeable:
            raise EnvironmentProblem("font_lost", font="Nazli")
        return PDF + str(version_id).encode()

    def _open(self, pdf: bytes) -> Paper:
        self.opened.append(Paper(pdf))
        return self.opened[-1]

    def _write(self, path: Path, pdf: bytes) -> str:
        self.files[path] = pdf
        return f"hash of {len(pdf)} bytes"

    def _record(self, version_id: int, copies: int, path: str, digest: str) -> Outcome:
        self.recorded.append((version_id, copies, path, digest))
        return Outcome(id=1, changed=Changed.MINUTES)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot, Page(), AnsweringDialogs(), PaperTray(copies=3), Workers())
    yield made
    made.controller.close()


def test_of_two_makings_of_one_version_the_later_counts(desk: Desk) -> None:
    desk.controller.show(5)
    desk.show(5)
    assert [paper.closed for paper in desk.opened] == [False], "what came too late was not opened"


def test_a_paper_that_ends_after_its_page_was_closed_is_not_opened(desk: Desk) -> None:
    desk.controller.show(5)
    desk.controller.close()
    desk.bot.waitUntil(lambda: not desk.workers.busy)
    assert desk.opened == []


def test_a_refusal_of_a_paper_that_was_left_is_not_said_of_the_next(desk: Desk) -> None:
    desk.unmakeable = {5}
    desk.controller.show(5)
    desk.show(6)
    assert desk.page.refused == []
    assert [paper.pdf for paper in desk.opened] == [PDF + b"6"]


def test_pages_come_after_the_sheet(desk: Desk) -> None:
    desk.controller.show(5)
    assert [sheet.version.id for sheet in desk.page.sheets] == [5]
    assert desk.page.counts == [0], "nothing is shown while it is made"
    with desk.bot.waitSignal(desk.controller.made) as made:
        pass
    assert made.args == [5]
    assert desk.page.counts == [0, 2]


def test_only_the_last_version_that_was_asked_for_is_shown(desk: Desk) -> None:
    desk.controller.show(5)
    desk.controller.show(6)
    desk.bot.waitUntil(lambda: not desk.workers.busy)
    assert [paper.pdf for paper in desk.opened] == [PDF + b"6"]


def test_another_paper_closes_the_one_before(desk: Desk) -> None:
    desk.show(5)
    desk.show(6)
    assert [paper.closed for paper in desk.opened] == [True, False]
    desk.controller.close()
    assert desk.opened[-1].closed


def test_a_version_that_is_not_there_leaves_no_other_paper_on_screen(desk: Desk) -> None:
    desk.show(5)
    gone = RuleBroken("record_unknown", kind="minutes_version", id=9)
    desk.refuse["sheet"] = gone
    desk.controller.show(9)
    assert desk.page.refused == [(sentence(gone), "")]
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
    desk.bot.waitUntil(lambda: bool(desk.opened))
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
    assert desk.dialogs.suggested == [Path("/home/documents") / words.file_name(3, 2)]
    assert desk.files == {Path("/home/صورت‌جلسه.pdf"): PDF + b"5"}
    assert desk.page.done == [words.saved("/home/صورت‌جلسه.pdf")]
    assert desk.recorded == [], "saving is no printing"


def test_declining_to_save_does_nothing(desk: Desk) -> None:
    desk.show()
    desk.page.save_requested.emit()
    assert desk.files == {}
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
    assert desk.files == {Path("/home/m.pdf"): PDF + b"5"}


def test_a_target_that_is_open_elsewhere_is_tried_again_at_the_same_place(desk: Desk) -> None:
    desk.show()
    desk.dialogs.save_to = Path("/home/m.pdf")
    desk.refuse["write"] = BUSY
    desk.page.save_requested.emit()
    assert desk.page.refused == [(sentence(BUSY), words.PRINT_AGAIN)]
    del desk.refuse["write"]
    desk.page.retry_requested.emit()
    assert desk.files == {Path("/home/m.pdf"): PDF + b"5"}
    assert len(desk.dialogs.suggested) == 1, "the place is not asked for again"
    assert desk.page.refused == []


def test_nothing_is_saved_or_printed_before_there_are_pages(desk: Desk) -> None:
    desk.controller.show(5)
    desk.dialogs.save_to = Path("/home/m.pdf")
    desk.page.save_requested.emit()
    desk.page.print_requested.emit()
    assert (desk.files, desk.printer.jobs) == ({}, [])
    desk.bot.waitUntil(lambda: not desk.workers.busy)


# ---- printing


def test_a_paper_for_the_pen_is_kept_printed_and_recorded(desk: Desk) -> None:
    desk.show()
    desk.page.print_requested.emit()
    kept = Path("/data/papers") / words.file_name(3, 2)
    assert desk.files == {kept: PDF + b"5"}
    assert [(job.count, job.name) for job in desk.printer.jobs] == [(2, kept.name)]
    assert desk.recorded == [(5, 3, kept.name, f"hash of {len(PDF) + 1} bytes")]
    assert desk.changed == [Changed.MINUTES]
    assert desk.page.done == [words.sent_to_printer(2, 3)]


@pytest.mark.parametrize("state", [MinutesState.DRAFT, MinutesState.REVIEW, MinutesState.WITHDRAWN])
def test_any_other_paper_is_printed_without_a_record(desk: Desk, state: MinutesState) -> None:
    desk.state = state
    desk.show()
    desk.page.print_requested.emit()
    assert len(desk.printer.jobs) == 1
    assert (desk.files, desk.recorded, desk.changed) == ({}, [], [])


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
    assert [(version, copies) for version, copies, _, _ in desk.recorded] == [(5, 3)]
    assert desk.changed == [Changed.MINUTES]


# ---- round it


def test_a_notice_being_written_is_asked_about(desk: Desk) -> None:
    desk.show()
    assert desk.controller.may_leave()
    desk.page.writing = True
    desk.dialogs._answers = ["stay", "leave"]
    assert not desk.controller.may_leave()
    assert desk.page.writing
    assert desk.controller.may_leave()
    assert not desk.page.writing


def test_the_round_trip_follows_what_others_changed(desk: Desk) -> None:
    desk.controller.reload(Changed.MINUTES)
    assert desk.page.sheets == []
    desk.show()
    desk.state = MinutesState.WITHDRAWN
    desk.controller.reload(Changed.TASKS)
    assert len(desk.page.sheets) == 1
    desk.controller.reload(Changed.MINUTES)
    assert desk.page.sheets[-1] == replace(
        desk.page.sheets[0],
        version=replace(desk.page.sheets[0].version, state=MinutesState.WITHDRAWN),
        can_print_for_pen=False,
    )


def test_back_leads_to_the_minutes(desk: Desk) -> None:
    desk.page.back_requested.emit()
    desk.show()
    with desk.bot.waitSignal(desk.controller.navigated) as wanted:
        desk.page.back_requested.emit()
    assert wanted.args == [OpenMinutes(5)]
