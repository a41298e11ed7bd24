"""Controller of the import page: saves templates, reads and checks a file off the main thread, imports it.

While a file is being taken over nothing else is done on the page; giving it up loses all of it and nothing else. A past
meeting with a wrong day is entered once more under its number, and the correction is asked about. The preview lists
what is wrong in the file, or what would be recorded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from desktop_app.domain.calendar.jalali import format_date, format_words
from desktop_app.domain.errors import Refused, RuleBroken
from desktop_app.domain.outcome import Imported, Outcome
from desktop_app.domain.read_models.workbook import TakingOverWords, TemplateKind, Workbook
from desktop_app.domain.rules.taking_over import MOST_MEETINGS, PastMeeting, PastResolution, RowFault, number_of
from desktop_app.domain.text.digits import record_number
from desktop_app.services.context import ActRunner, Context
from desktop_app.services.taking_over.earlier import correct_day, other_day
from desktop_app.services.taking_over.importing import (
    ImportPreview,
    enter_typed,
    import_workbook,
    preview,
    typed_doubts,
)
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.destinations import Destination, OpenPage
from desktop_app.window.kit.file_drop import DroppedFiles
from desktop_app.window.kit.files.files_adding import CopiedFiles, FilePort, copy_files
from desktop_app.window.kit.page_controller import PageController
from desktop_app.window.kit.undo_list import HowToUndo, undo_by_act
from desktop_app.window.taking_over import words
from desktop_app.window.taking_over.page import TakingOverPage
from desktop_app.window.taking_over.past_meeting_form import PastMeetingForm, TypedMeeting
from desktop_app.words import shell as shell_words
from desktop_app.words.digits import filled
from desktop_app.words.refusals import sentence
from desktop_app.workers import Cancelled, Watch, Workers


def corrected(host: PageController, form: PastMeetingForm, dialogs: Dialogs, number: int, day: date) -> bool:
    """Offer to correct the date of a known meeting; return False if there is nothing to correct."""
    try:
        stood = other_day(host.context, number, day)
    except Refused:
        # told by the act of entering itself
        return False
    if stood is None:
        return False
    choices = (Choice("dont", words.CORRECT_NOT), Choice("correct", words.CORRECT_DO))
    text = words.correct_ask(format_words(stood), format_words(day))
    if dialogs.ask(Question(words.correct_title(number), text, choices, Tone.WARNING)) != "correct":
        return True

    def do(context: Context) -> Outcome:
        return correct_day(context, number, day)

    def undo(context: Context) -> Outcome:
        return correct_day(context, number, stood)

    host.act(
        do,
        lambda refused: form.show_refusal(refused.field, sentence(refused)),
        said=words.day_corrected(number, format_words(day)),
        accept=form.clear,
        back=HowToUndo(words.correct_step(number), undo_by_act(do, lambda _made: undo)),
    )
    return True


Line = tuple[str, str]
"""What stands below in small letters, and the sentence."""
_DOT = " · "


def fault_lines(judged: ImportPreview, known: TakingOverWords, most: int) -> list[Line]:
    """Return location and sentence of each fault."""
    return _lines(judged, judged.faults[:most], known)


def preview_lines(judged: ImportPreview, known: TakingOverWords, most: int) -> list[Line]:
    """Return every new record with its dates as understood, so that swapped day and month are seen.

    First what is odd about them.
    """
    meetings = (_meeting(one) for one in judged.meetings)
    resolutions = (_resolution(one, known) for one in judged.resolutions)
    return list(islice(chain(_lines(judged, judged.doubts, known), meetings, resolutions), most))


def _lines(judged: ImportPreview, rows: Sequence[RowFault], known: TakingOverWords) -> list[Line]:
    return [(words.place(one.sheet, one.row, judged.column(one, known)), sentence(one.broken)) for one in rows]


def _meeting(one: PastMeeting) -> Line:
    told = _DOT.join(filled(one.place, one.subject))
    return told, words.meeting_line(one.number, format_words(one.day))


def _resolution(one: PastResolution, known: TakingOverWords) -> Line:
    due = words.due(format_date(one.deadline.day)) if one.deadline.day is not None else ""
    state = known.states[one.state.value][0]
    parts = (words.resolution_location(record_number(one.number), one.meeting), due, state)
    return _DOT.join(filled(*parts)), one.text


MOST_SHOWN: Final = 500
"""So many rows are listed; whoever has more faults begins with these."""


@dataclass(frozen=True, slots=True)
class PastFiles:
    """Templates with the names of the office, and spreadsheets to read; dialogs open in ``folder``."""

    words: TakingOverWords
    folder: Path
    read: Callable[[Path], Workbook]
    write_template: Callable[[Path, TemplateKind], None]


class TakingOverController(PageController):
    """Controls the import page; keeps the file read last until it is imported."""

    def __init__(
        self,
        page: TakingOverPage,
        context: Context,
        dialogs: Dialogs,
        workers: Workers,
        files: PastFiles,
        scans: FilePort,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(context, parent)
        self._page, self._dialogs, self._workers = page, dialogs, workers
        self._files, self._scan_files = files, scans
        self._importer = ActRunner(context)
        self._file: Path | None = None
        self._scans: Path | None = None
        self._workbook: Workbook | None = None
        self._watch: Watch | None = None
        self._doubted: tuple[int, date] | None = None
        """Number and day about which a doubt was told, until a meeting is recorded."""
        self._scan_doubt = ""
        """What the message says of the scan of the meeting that was entered last."""
        page.file_requested.connect(self.pick)
        page.template_requested.connect(lambda kind: self.save_template(TemplateKind(kind)))
        page.bring_requested.connect(self.bring_in)
        page.again_requested.connect(self.read_file_again)
        page.cancel_requested.connect(self.cancel)
        page.meetings_requested.connect(lambda: self.navigated.emit(OpenPage("meetings")))
        page.form.entered.connect(self.enter)
        page.form.scan_requested.connect(self.pick_scan)
        page.form.stop_requested.connect(self.cancel)

    def visit(self, _destination: Destination) -> None:
        """Show the page as it was left."""

    def show_problem(self, refused: Refused) -> None:
        """Show the refusal above the file."""
        self._page.show_message(words.NOT_BROUGHT, sentence(refused))

    def may_leave(self) -> bool:
        """Ask before leaving while a file is being imported."""
        if self._watch is None:
            return True
        self._page.show_message(words.BUSY, words.BUSY_WHY, Tone.WARNING)
        return False

    def may_close(self) -> bool:
        """Ask before closing while a file is being imported."""
        return self.may_leave()

    # ---- templates and files

    def save_template(self, kind: TemplateKind) -> None:
        """Ask for a file name and save the template."""
        suggested = self._files.folder / words.FILE_NAMES[kind.value]
        path = self._dialogs.pick_save_path(words.SAVE, suggested, words.SHEETS)
        if path is None:
            return
        try:
            self._files.write_template(path, kind)
        except Refused as refused:
            self.show_problem(refused)
            return
        self._page.show_message(words.template_written(str(path)), tone=Tone.DONE)

    def pick(self) -> None:
        """Show the file dialog and read the file."""
        path = self._dialogs.pick_open_path(words.PICK, self._files.folder, words.SHEETS)
        if path is not None:
            self._file = path
            self.read_file_again()

    def read_file_again(self) -> None:
        """Read and check the file again from disk."""
        file = self._file
        if file is None or self._watch is not None:
            return
        self._page.clear_message()
        self._workbook = None
        self.status_message.emit(shell_words.SAVED, Tone.DONE)
        self._page.show_running(words.READING)
        self._watch = self._workers.run_watched(
            lambda _watch: self._judged(file), self._show_judged, self._failed, owner=self
        )

    def cancel(self) -> None:
        """Cancel the running work."""
        if self._watch is not None:
            self._watch.cancel()

    def bring_in(self) -> None:
        """Import the file checked last."""
        workbook = self._workbook
        if workbook is None or self._watch is not None:
            return
        self._page.clear_message()
        self.status_message.emit(words.BUSY, Tone.PROGRESS)
        self._page.show_running(words.progress(0, 0))
        self._watch = self._workers.run_watched(
            lambda watch: self._imported(workbook, watch),
            self._brought,
            self._failed,
            on_progress=self._page.show_progress,
            owner=self,
        )

    # ---- one meeting

    def pick_scan(self) -> None:
        """Show the file dialog for the scan; the next one opens in the same folder."""
        path = self._dialogs.pick_open_path(words.SCAN_TITLE, self._scans or self._files.folder, words.SCAN_FILES)
        if path is not None:
            self._scans = path.parent
            self._page.form.set_scan(DroppedFiles((path,)))

    def enter(self, typed: TypedMeeting) -> None:
        """Save one past meeting: store its scan, then record all by one action."""
        if self._watch is not None:
            return
        form, scan = self._page.form, typed.scan
        form.clear_refusals()
        if self._doubts(typed) or self._corrected(typed):
            return
        if not scan:
            self._enter(typed, None)
            return
        form.show_busy(True)
        self._watch = self._workers.run_watched(
            lambda watch: copy_files(self._scan_files, scan, watch),
            lambda kept: self._scan_copied(typed, kept),
            self._scan_not_copied,
            owner=self,
        )

    def _corrected(self, typed: TypedMeeting) -> bool:
        """Ask whether to correct the date of the meeting with this number; return whether it was handled."""
        number, form = number_of(typed.number, MOST_MEETINGS), self._page.form
        # a scan that was chosen belongs to a meeting that is entered
        if typed.day is None or typed.scan:
            return False
        return corrected(self, form, self._dialogs, number, typed.day)

    def _doubts(self, typed: TypedMeeting) -> bool:
        """Show what is odd about the date; return whether to wait for a second press of the button."""
        number, day = number_of(typed.number, MOST_MEETINGS), typed.day
        if not number or day is None or self._doubted == (number, day):
            return False
        try:
            doubts = typed_doubts(self.context, number, day, correctable=not typed.scan)
        except Refused as refused:
            # before anything is asked about a day that nothing could be recorded on
            self.show_refused(refused, self._refuse)
            return True
        if doubts:
            self._doubted = number, day
            self._page.form.show_doubt(" ".join([*map(sentence, doubts), words.DOUBTED_DAY]))
        return bool(doubts)

    def _scan_copied(self, typed: TypedMeeting, scan: CopiedFiles) -> None:
        self._watch = None
        self._page.form.show_busy(False)
        if scan.refused:
            self._page.form.show_refusal("scan", sentence(scan.refused[0]))
        else:
            self._enter(typed, scan)

    def _scan_not_copied(self, error: BaseException) -> None:
        self._watch = None
        self._page.form.show_busy(False)
        if not isinstance(error, Cancelled):
            raise error

    def _enter(self, typed: TypedMeeting, scan: CopiedFiles | None) -> None:
        form = self._page.form
        number = number_of(typed.number, MOST_MEETINGS)
        meeting = PastMeeting(number=number, day=typed.day or self.context.clock.today(), place=typed.place)
        past = (meeting, typed.subject, typed.day is not None)
        file = scan.files[0] if scan is not None else None
        said = words.entered(number, with_scan=scan is not None)

        def entered() -> None:
            form.clear()
            self._doubted = None
            self._page.clear_detail(self._scan_doubt)
            self._scan_doubt = "".join(scan.doubts) if scan is not None else ""
            if self._scan_doubt:
                self._page.show_message(said, self._scan_doubt, Tone.WARNING)

        form.hand_over(
            lambda: self.act(
                lambda context: enter_typed(context, *past, self._files.words, file),
                self._refuse,
                said=said,
                accept=entered,
            )
        )

    def _refuse(self, refused: Refused) -> bool:
        return self._page.form.show_refusal(refused.field, sentence(refused))

    # ---- inside

    def _judged(self, file: Path) -> tuple[Workbook, ImportPreview]:
        """Read and check the file; runs off the main thread."""
        workbook = self._files.read(file)
        return workbook, preview(self.context, workbook, self._files.words)

    def _imported(self, workbook: Workbook, watch: Watch) -> Imported:
        """Import the file; runs off the main thread."""
        return self._importer.do(lambda context: import_workbook(context, workbook, self._files.words, watch.progress))

    def _show_judged(self, found: tuple[Workbook, ImportPreview]) -> None:
        given_up, self._watch = self._watch is not None and self._watch.cancelled, None
        if given_up:
            self._failed(Cancelled())
            return
        workbook, judged = found
        counts = len(judged.meetings), len(judged.resolutions)
        fresh = not judged.faults and any(counts)
        self._workbook = workbook if fresh else None
        lines = preview_lines if fresh else fault_lines
        shown = lines(judged, self._files.words, MOST_SHOWN)
        text = words.found(workbook.name, *counts, judged.known, len(judged.faults))
        self._page.show_found(text, shown, words.bring(*counts) if fresh else "")
        if warning := _warning(judged):
            self._page.show_message(*warning, Tone.WARNING)

    def _brought(self, made: Imported) -> None:
        self._watch = self._workbook = None
        self._page.show_nothing(more=True)
        said = words.brought(made.meetings, made.resolutions)
        self._page.show_message(said, tone=Tone.DONE)
        self.announce(made.changed)
        self.report_done(said)

    def _failed(self, error: BaseException) -> None:
        given_up = words.CANCELLED if self._workbook is not None else words.READING_CANCELLED
        self._watch = self._workbook = None
        self._page.show_nothing()
        self.status_message.emit(shell_words.SAVED, Tone.DONE)
        if isinstance(error, Cancelled):
            self._page.show_message(given_up, tone=Tone.NEUTRAL)
        elif isinstance(error, Refused):
            self.show_problem(error)
        else:
            raise error


def _warning(judged: ImportPreview) -> tuple[str, str] | None:
    """Return the warning above a file with faults, known records or odd rows."""
    if judged.faults:
        return words.NOT_BROUGHT, words.FAULTS
    if not (judged.meetings or judged.resolutions):
        return words.NOTHING_TO_BRING, sentence(RuleBroken("import_brings_nothing", known=judged.known))
    return (words.DOUBTS, words.doubts(len(judged.doubts))) if judged.doubts else None
