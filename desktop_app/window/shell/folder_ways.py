"""Ways of the guided page over one data folder: its backups, those of the second place, and a salvage of its file.

A copy of what is typed while nothing can be recorded: offered in the window, and in every form that lies over it.

Refusals that no page answers, told above everything in their own words: they are no fault of the program.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.documents.salvage_report_document import SalvageContents
from desktop_app.domain.errors import EnvironmentProblem, Refused
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.backups import FoundBackups, Restored, RestorePlan
from desktop_app.domain.read_models.findings import SalvageReport
from desktop_app.printing.files import keep_file, write_file
from desktop_app.printing.pages import PageReader
from desktop_app.storage.backup.judging import newest_restorable
from desktop_app.storage.backup.restoring import RestoreContext, restore
from desktop_app.storage.file.folder import WorkContext
from desktop_app.storage.salvage.salvage import REPORT, salvage, take_place
from desktop_app.system import disk, paths
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.feedback.form_sheet import FormSheet
from desktop_app.widgets.fields.drafted import Drafted, typed_texts
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.backups.memory import BackupsMemory
from desktop_app.window.backups.report_paper import Prepared
from desktop_app.window.kit.undo_list import RefusedTexts
from desktop_app.window.shell.machine import machine_settings
from desktop_app.window.shell.main_window import MainWindow
from desktop_app.window.shell.paper_pages import ShownPages
from desktop_app.wiring import salvage_report
from desktop_app.words import recovery as words
from desktop_app.words.refusals import sentence

if TYPE_CHECKING:
    from desktop_app.widgets.controls.message_band import MessageBand


class TypedCopy(QObject):
    """A form over the window takes every press from it, so each has the way to the copy in itself.

    What stood in a form when it was closed stays part of the copy: none of it can have been recorded.
    """

    def __init__(self, window: QWidget, dialogs: Dialogs, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._dialogs, self._folder = window, dialogs, folder
        self._closed: list[str] = []
        self._offered: set[FormSheet] = set()

    def begin(self) -> None:
        """From now on nothing can be recorded."""
        for sheet in self._window.findChildren(FormSheet):
            self._offer(sheet)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def save(self) -> None:
        """Write it into a file outside the data folder, wherever the operator wants it."""
        typed = self._texts()
        if not typed:
            self._dialogs.tell(words.COPY_NOT_SAVED, words.NOTHING_TYPED)
            return
        path = self._dialogs.pick_save_path(words.COPY_TITLE, Path.home() / words.TYPED_NAME, words.SAVE_KINDS)
        if path is None:
            return
        from desktop_app.printing.files import write_file

        try:
            write_file(path, typed.encode(), office=self._folder)
        except EnvironmentProblem as problem:
            self._dialogs.tell(words.COPY_NOT_SAVED, sentence(problem), Tone.DANGER)
        else:
            self._dialogs.tell(words.COPY_SAVED, words.saved_where(str(path)), Tone.DONE)

    # ---- inside

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        sheet = now.window() if now is not None else None
        if isinstance(sheet, FormSheet):
            self._offer(sheet)

    def _offer(self, sheet: FormSheet) -> None:
        if sheet in self._offered or not sheet.isVisible():
            return
        self._offered.add(sheet)
        sheet.offer(words.NOTHING_RECORDED, words.SAVE_TYPED).connect(self.save)
        sheet.finished.connect(lambda _result: self._keep(sheet))

    def _keep(self, sheet: FormSheet) -> None:
        self._offered.discard(sheet)
        if sheet.is_dirty():
            self._closed += typed_texts(sheet).values()

    def _texts(self) -> str:
        refused = [text for one in self._window.findChildren(RefusedTexts) for text in one.all()]
        texts = [text for text in (*self._closed, *refused, *open_texts(self._window)) if text.strip()]
        return "\n\n".join(dict.fromkeys(texts)) + "\n" if texts else ""


def open_texts(window: QWidget) -> list[str]:
    """What is typed in the forms of the window and not recorded."""
    forms = [one for one in window.findChildren(QWidget) if isinstance(one, Drafted) and one.is_dirty()]
    return [text for form in forms for text in typed_texts(form).values()]


class UnansweredRefusals(QObject):
    """Teller of the refusals of one window: a band shows the last one until it was seen."""

    _refused = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._band: MessageBand | None = None
        # also on the thread of the window: the refusal may stand in the middle of a paint or a key event
        self._refused.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def tell(self, error: BaseException) -> bool:
        """Tell of a refusal soon; False for any other error. Callable from any thread."""
        if not isinstance(error, Refused):
            return False
        self._refused.emit(error)
        return True

    # ---- inside

    def _show(self, refused: Refused) -> None:
        # only now: a start without refusals does not pay for their sentences
        from desktop_app.words import shell as shell_words
        from desktop_app.words.refusals import sentence

        if self._band is None:
            band = self._band = self._window.show_notice("", "", shell_words.NOTICED)
            # from the press on: what is refused by where the keyboard goes then would be told in a band that goes
            band.action_requested.connect(lambda: self._forget(band))
            band.destroyed.connect(lambda: self._forget(band))
        self._band.show_message(shell_words.NOT_DONE, sentence(refused), Tone.WARNING, shell_words.NOTICED)

    def _forget(self, band: MessageBand) -> None:
        if self._band is band:
            self._band = None


SALVAGED: Final = ".salvaged"
"""The folder below the data folder in which a salvaged database is prepared."""
_KB: Final = 1024


@dataclass(frozen=True, slots=True)
class PreparedSalvage:
    """A salvaged database in a folder below the data folder."""

    data: Path
    clock: Clock
    report: SalvageReport

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self.data / SALVAGED

    def accept(self) -> Path:
        """Let it take the place of the damaged one; the folder in which that is kept."""
        kept = take_place(self.folder, self.data, WorkContext(self.clock))
        self.discard()
        return kept

    def discard(self) -> None:
        """Remove it."""
        disk.drop_tree(self.folder)


class FolderWays:
    """Nothing of it touches the window."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder, self._clock, self._reader = folder, clock, PageReader()

    @property
    def source(self) -> str:
        """The damaged file."""
        return str(self._folder / paths.DATABASE)

    @property
    def kept_in(self) -> str:
        """Where damaged files are kept."""
        return str(self._folder / paths.SET_ASIDE)

    @property
    def second_place(self) -> Path | None:
        """As this machine remembers it."""
        return BackupsMemory(machine_settings(), self._folder).folder

    def find_backup(self, second: Path | None, told: Progress) -> FoundBackups:
        """The newest that may be restored; told of the kilobytes that were read, without knowing of how many."""
        done = 0

        def more(count: int) -> None:
            nonlocal done
            done += count
            told(done // _KB, 0)

        return newest_restorable(self._folder, second, count=more)

    def restore(self, plan: RestorePlan, told: Progress) -> Restored:
        """Put it in place; told of percent."""
        return restore(plan.backup, RestoreContext(self._folder, self._clock), told)

    def prepare(self, told: Progress) -> Prepared:
        """Salvage the damaged file beside it."""
        disk.drop_tree(self._folder / SALVAGED)
        report = salvage(self._folder, self._folder / SALVAGED, WorkContext(self._clock), told)
        return PreparedSalvage(self._folder, self._clock, report)

    def keep_report(self, kept: Path, text: str) -> None:
        """A report that cannot be kept there was shown all the same."""
        with suppress(EnvironmentProblem):
            keep_file(kept / REPORT, text.encode())

    def report_paper(self, prepared: Prepared, contents: SalvageContents) -> bytes:
        """Draw it in the fonts of the office."""
        return salvage_report(self._folder, self._folder / SALVAGED, self._clock, contents, prepared.report)

    def open_pages(self, pdf: bytes) -> ShownPages:
        """Open it on the thread of the window."""
        return ShownPages(self._reader.open(pdf))

    def save_report(self, path: Path, content: bytes) -> None:
        """Write the report where the operator wants it; raises ``EnvironmentProblem``."""
        write_file(path, content, office=self._folder)
