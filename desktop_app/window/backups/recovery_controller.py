"""Controller of the recovery page after damage, and the texts about its first option, the newest verified backup.

Each way is named with what it loses, and ends at work again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.backups import BackupKind, NewestBackup, Restored, RestorePlan
from desktop_app.domain.read_models.findings import SalvageReport
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question
from desktop_app.widgets.paper.printer import Printer
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.backups.recovery_page import RecoveryPage
from desktop_app.window.backups.report_paper import RecoveryWays, ReportPaper, SalvagedDatabase
from desktop_app.window.backups.restore_run import RestoreRun, moment, plan_text, restored_text, verdict
from desktop_app.words import backups
from desktop_app.words import recovery as words
from desktop_app.words.refusals import sentence
from desktop_app.words.restore_plan import gained, loss
from desktop_app.words.salvage_lines import report_text, summary_of
from desktop_app.workers import Cancelled, Watch, Workers

NAMED = 3
"""So many backups that were passed over are named."""


def found_text(found: NewestBackup, *, chosen: bool = False) -> str:
    """Return what was found, and why newer backups are not offered.

    ``chosen`` where it was looked for in a folder that the operator named.
    """
    plan = found.plan
    if plan is None:
        none = words.BACKUP_NONE_THERE if chosen else words.BACKUP_NONE
        lines = [words.BACKUP_NONE_SOUND if found.passed_over else none]
    else:
        lines = list(_plan_lines(plan))
    lines += [words.passed_over(moment(one.made_at), verdict(one)) for one in found.passed_over[:NAMED]]
    more = len(found.passed_over) - NAMED
    lines += [words.more_passed_over(more)] if more > 0 else []
    lines += [words.unreached(str(found.unreached))] if found.unreached is not None else []
    return "\n".join(lines)


def _plan_lines(plan: RestorePlan) -> Iterator[str]:
    """Return the lines that name the backup and what its restore would lose and bring back."""
    backup = plan.backup
    place = str(backup.folder.parent)
    yield words.backup_found(backup.last_entry, moment(backup.made_at), place, backup.committee_name)
    if backup.kind is BackupKind.BEFORE_RESTORE:
        yield words.BEFORE_RESTORE
    told = loss(plan, moment)
    # the acts themselves are named in the question
    yield f"{told[:-1]}." if told.endswith(":") else told
    if plan.gained_entries:
        yield gained(plan.gained_entries)
    if plan.files_lost:
        yield backups.files_lost(plan.files_lost)


def cost(found: NewestBackup) -> str:
    """Return in a short phrase what restoring the backup costs."""
    plan = found.plan
    if plan is None:
        return ""
    return words.cost(plan.lost_entries, plan.lost_days, known=plan.counted)


PickFolder = Callable[[str, Path], Path | None]


class RecoveryController(QObject):
    """Controls the recovery page; ``at_work`` asks to open the data folder again."""

    at_work = Signal(str, str)
    """Title and detail of what is told once it is open."""
    view_requested = Signal()
    close_requested = Signal()

    def __init__(
        self,
        page: RecoveryPage,
        ways: RecoveryWays,
        workers: Workers,
        dialogs: Dialogs,
        printer: Printer,
        pick_folder: PickFolder,
    ) -> None:
        super().__init__(page)
        self._page, self._ways, self._workers, self._dialogs = page, ways, workers, dialogs
        self._pick = pick_folder
        self._chosen: Path | None = None
        """Where the operator said that backups lie, in place of the second place."""
        self._watch: Watch | None = None
        """Over the reading of rows."""
        self._finding: Watch | None = None
        self._prepared: SalvagedDatabase | None = None
        self._plan: RestorePlan | None = None
        """What restoring the backup that was found would do."""
        self._left = False
        self._restoring = RestoreRun(page, workers, dialogs, self)
        self._paper = ReportPaper(page, ways, workers, dialogs, printer, self)
        page.restore_requested.connect(self._restore)
        page.find_requested.connect(self._find)
        page.give_up_requested.connect(self._restoring.give_up)
        page.elsewhere_requested.connect(self._find_elsewhere)
        page.rows_requested.connect(self._read_rows)
        page.cancel_requested.connect(self._cancel)
        page.accept_requested.connect(self._accept)
        page.view_requested.connect(self._view)
        page.close_requested.connect(self._close)

    def begin(self, title: str, why: str, *, rows: bool, view: bool) -> None:
        """Show what is wrong and which options are open, and start reading the backups."""
        self._page.show_trouble(title, why, file=rows)
        self._page.show_rows(possible=rows)
        self._page.show_view(possible=view)
        self._find()
        self._page.focus_list()

    def begin_first_start(self, place: Path) -> None:
        """Show the page at the first start, only to look for a backup in a folder the operator names."""
        self._chosen = place
        self._page.show_first_start()
        self._find()
        self._page.focus_list()

    def may_close(self) -> bool:
        """Whether the window may close; ask the operator while a backup is being restored."""
        return self._restoring.may_close()

    def leave(self) -> None:
        """Stop: start nothing more, and discard a salvaged database that was not accepted."""
        self._left = True
        self._stop()

    # ---- inside

    def _find(self) -> None:
        self._plan = None
        self._page.show_finding(on=True)
        second = self._chosen or self._ways.second_place
        self._finding = self._workers.run_watched(
            lambda watch: self._ways.find_backup(second, watch.progress),
            self._found,
            self._not_found,
            on_progress=self._page.show_search_progress,
            owner=self,
        )

    def _find_elsewhere(self) -> None:
        """Ask for a folder of backups: a new machine may know of no second folder."""
        place = self._pick(words.ELSEWHERE_TITLE, self._chosen or self._ways.second_place or Path.home())
        if place is not None:
            self._chosen = place
            self._find()

    def _found(self, found: NewestBackup) -> None:
        self._finding, self._plan = None, found.plan
        self._page.show_finding(on=False)
        says = found_text(found, chosen=self._chosen is not None)
        # a second place that was not there may hold a newer one
        again = found.unreached is not None
        self._page.show_backup(says, possible=found.plan is not None, again=again, cost=cost(found))

    def _not_found(self, error: BaseException) -> None:
        self._finding = None
        self._page.show_finding(on=False)
        if isinstance(error, Cancelled):
            return
        self._page.show_backup(words.BACKUP_NONE, possible=False)
        if not isinstance(error, Refused):
            raise error
        self._page.say(sentence(error), Tone.DANGER)

    def _restore(self) -> None:
        plan = self._plan
        if plan is None or not self._sure(words.RESTORE_ASK, plan_text(plan), words.RESTORE_DO):
            return
        self._discard()
        self._restoring.begin(lambda progress: self._ways.restore(plan, progress), self._restored, self._not_restored)

    def _restored(self, done: Restored) -> None:
        if not self._left:
            self.at_work.emit(words.RESTORED, restored_text(done))
        elif self._restoring.given_up:
            # its last step began while it was given up and the window closed
            self._dialogs.tell(words.RESTORED, restored_text(done), Tone.DONE)

    def _not_restored(self, error: BaseException) -> None:
        self._page.end_restore()
        if isinstance(error, Cancelled):
            self._page.say(words.RESTORE_GIVEN_UP, Tone.NEUTRAL)
        elif not isinstance(error, Refused):
            raise error
        elif error.key == "backup_place_missing":
            # what was found there is no offer any more
            self._plan = None
            self._page.show_backup(sentence(error), possible=False, again=True)
        else:
            self._page.say(sentence(error), Tone.DANGER)

    def _read_rows(self) -> None:
        self._page.show_reading(on=True)
        self._watch = self._workers.run_watched(
            lambda watch: self._ways.prepare(watch.progress),
            self._rows_read,
            self._rows_not_read,
            on_progress=self._page.show_progress,
            owner=self,
        )

    def _cancel(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
            self._page.show_cancelling()

    def _rows_read(self, prepared: SalvagedDatabase) -> None:
        given_up = self._watch is not None and self._watch.cancelled
        if self._left or given_up:
            prepared.discard()
        if self._left:
            return
        if given_up:
            # it was ready before it heard that nobody waits any more
            self._rows_not_read(Cancelled())
            return
        self._watch, self._prepared = None, prepared
        self._paper.take(prepared)
        report = prepared.report
        self._page.show_reading(on=False)
        self._page.show_report(summary_of(report), report_text(report, moment))

    def _rows_not_read(self, error: BaseException) -> None:
        self._watch = None
        self._page.show_reading(on=False)
        self._page.show_report("", "")
        if isinstance(error, Cancelled):
            self._page.say(words.CANCELLED, Tone.NEUTRAL)
        elif isinstance(error, Refused):
            self._page.say(sentence(error), Tone.DANGER)
        else:
            raise error

    def _accept(self) -> None:
        prepared = self._prepared
        if prepared is None:
            return
        report = prepared.report
        if not self._sure(words.ACCEPT_ASK, self._losing(report), words.ACCEPT_DO):
            return
        try:
            kept = prepared.accept()
        except Refused as refused:
            self._page.say(sentence(refused), Tone.DANGER)
            return
        self._prepared = None
        self._paper.take(None)
        self._ways.keep_report(kept, report_text(report, moment))
        self.at_work.emit(words.SALVAGED, words.salvaged_where(str(kept)))

    def _view(self) -> None:
        self.leave()
        self.view_requested.emit()

    def _close(self) -> None:
        self._discard()
        self.close_requested.emit()

    def _stop(self) -> None:
        for watch in (self._watch, self._finding):
            if watch is not None:
                watch.cancel()
        if self._prepared is not None:
            self._paper.take(None)
            self._prepared.discard()
            self._prepared = None

    def _discard(self) -> None:
        self._stop()
        self._page.show_report("", "")

    def _losing(self, report: SalvageReport) -> str:
        losing = words.losing(report.lost, self._ways.kept_in)
        return f"{words.BACKUP_FIRST}\n{losing}" if self._plan is not None else losing

    def _sure(self, title: str, losing: str, do: str) -> bool:
        # to stay is proposed: two presses of Enter in a row lose nothing
        choices = (Choice("dont", words.DONT), Choice("do", do, ButtonKind.DANGER))
        return self._dialogs.ask(Question(title, losing, choices, Tone.WARNING)) == "do"
