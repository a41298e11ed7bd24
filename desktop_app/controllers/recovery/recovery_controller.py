"""Controller of guided recovery: each way is named with what it loses before it is taken, and ends at work again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from desktop_app.controllers.recovery.recovery_report import report_text
from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.recovery_report import RecoveryReport
from desktop_app.text import recovery as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.recovery.recovery_page import RecoveryPage
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import Tone
from desktop_app.workers import Cancelled, Watch, Workers


@dataclass(frozen=True, slots=True)
class FoundBackup:
    """The newest verified backup: how it is called, and what restoring it loses, as a sentence."""

    name: str
    losing: str


class Prepared(Protocol):
    """A recovered database beside the damaged one."""

    @property
    def report(self) -> RecoveryReport:
        """What it holds and lacks."""
        ...

    def accept(self) -> Path:
        """Let it take the place of the damaged one; the folder in which that is kept."""
        ...

    def discard(self) -> None:
        """Let it go."""
        ...


class RecoveryWays(Protocol):
    """What guided recovery can do with a data folder."""

    @property
    def kept_in(self) -> str:
        """The folder in which damaged files are kept."""
        ...

    def latest_backup(self) -> FoundBackup | None:
        """The newest backup that passed its check."""
        ...

    def restore(self, backup: FoundBackup) -> None:
        """Put it in the place of the damaged file, which is kept."""
        ...

    def prepare(self, told: Callable[[int, int], object]) -> Prepared:
        """Read the damaged file row by row, off the main thread."""
        ...

    def keep_report(self, kept: Path, text: str) -> None:
        """Lay the report beside the damaged file."""
        ...


class RecoveryController(QObject):
    """One for the page of guided recovery; ``at_work`` asks for the folder to be opened again."""

    at_work = Signal(str, str)
    """Title and detail of what is told once it is open."""
    view_requested = Signal()
    close_requested = Signal()

    def __init__(self, page: RecoveryPage, ways: RecoveryWays, workers: Workers, dialogs: Dialogs) -> None:
        super().__init__(page)
        self._page, self._ways, self._workers, self._dialogs = page, ways, workers, dialogs
        self._watch: Watch | None = None
        self._prepared: Prepared | None = None
        self._backup: FoundBackup | None = None
        page.restore_requested.connect(self._restore)
        page.rows_requested.connect(self._read_rows)
        page.cancel_requested.connect(self._cancel)
        page.accept_requested.connect(self._accept)
        page.save_requested.connect(self._save)
        page.view_requested.connect(self._view)
        page.close_requested.connect(self._close)

    def begin(self, title: str, why: str, *, rows: bool, view: bool) -> None:
        """Show what is wrong and which ways are open."""
        self._backup = self._ways.latest_backup()
        found = self._backup
        says = words.backup_found(found.name, found.losing) if found is not None else words.BACKUP_NONE
        self._page.show_trouble(title, why)
        self._page.show_backup(says, possible=found is not None)
        self._page.show_rows(possible=rows)
        self._page.show_view(possible=view)
        self._page.focus_list()

    def leave(self) -> None:
        """The window goes elsewhere: what was prepared and not accepted is let go."""
        if self._watch is not None:
            self._watch.cancel()
        if self._prepared is not None:
            self._prepared.discard()
            self._prepared = None

    # ---- inside

    def _restore(self) -> None:
        backup = self._backup
        if backup is None or not self._sure(words.RESTORE_ASK, backup.losing, words.RESTORE_DO):
            return
        self._discard()
        try:
            self._ways.restore(backup)
        except Refused as refused:
            self._page.say(sentence(refused), Tone.DANGER)
            return
        self.at_work.emit(words.RESTORED, words.recovered_where(self._ways.kept_in))

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

    def _rows_read(self, prepared: Prepared) -> None:
        self._watch, self._prepared = None, prepared
        report = prepared.report
        self._page.show_reading(on=False)
        self._page.show_report(words.summary(report.came, len(report.records)), report_text(report))

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
        if not self._sure(words.ACCEPT_ASK, words.losing(len(report.records), self._ways.kept_in), words.ACCEPT_DO):
            return
        try:
            kept = prepared.accept()
        except Refused as refused:
            self._page.say(sentence(refused), Tone.DANGER)
            return
        self._prepared = None
        self._ways.keep_report(kept, report_text(report))
        self.at_work.emit(words.RECOVERED, words.recovered_where(str(kept)))

    def _save(self) -> None:
        if self._prepared is None:
            return
        path = self._dialogs.pick_save_path(words.SAVE_TITLE, Path.home() / words.SAVE_NAME, words.SAVE_KINDS)
        if path is None:
            return
        try:
            path.write_text(report_text(self._prepared.report), encoding="utf-8")
        except OSError:
            self._page.say(words.NOT_SAVED, Tone.DANGER)
        else:
            self._page.say(words.SAVED_REPORT, Tone.DONE)

    def _view(self) -> None:
        self._discard()
        self.view_requested.emit()

    def _close(self) -> None:
        self._discard()
        self.close_requested.emit()

    def _discard(self) -> None:
        self.leave()
        self._page.show_report("", "")

    def _sure(self, title: str, losing: str, do: str) -> bool:
        choices = (Choice("do", do, ButtonKind.DANGER), Choice("dont", words.DONT))
        return self._dialogs.ask(Question(title, losing, choices, Tone.WARNING)) == "do"
