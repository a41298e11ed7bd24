"""Backups of an open office: automatic backups, viewing a backup, and restoring one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from desktop_app.domain.errors import Refused
from desktop_app.domain.progress import Progress
from desktop_app.services.office.office_state import office_state
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.destinations import LookAtBackup
from desktop_app.window.shell.help_layer import help_without_office
from desktop_app.window.shell.looking import BackupViewers
from desktop_app.window.shell.machine import machine_settings
from desktop_app.window.shell.main_window import MainWindow
from desktop_app.words import backups as words
from desktop_app.words.refusals import sentence
from desktop_app.workers import Cancelled

if TYPE_CHECKING:
    from desktop_app.domain.read_models.backups import Backup, Restored
    from desktop_app.window.backups.restore_run import RestoreRun
    from desktop_app.window.shell.automatic_backups import AutomaticBackups
    from desktop_app.window.shell.opened_office import OpenedOffice
    from desktop_app.window.shell.screens import Screens
    from desktop_app.wiring import Office

RESTORING: Final = "restoring"


class Restoring(QObject):
    """Makes, shows and restores the backups of the open office, which it closes for a restore."""

    def __init__(self, opening: OpenedOffice, window: MainWindow) -> None:
        super().__init__(opening)
        self._opening, self._window = opening, window
        self.automatically = False
        """Whether backups are made without being asked for, and the operator is reminded of the second place."""
        self._office: Office | None = None
        self._automatic: AutomaticBackups | None = None
        self._looking = BackupViewers(self)
        self._done: Restored | None = None
        self._run: RestoreRun | None = None
        self._closed = False
        window.closed.connect(self._window_closed)

    def serve(self, screens: Screens, office: Office) -> None:
        """Connect to an office that was opened; show the result of a restore."""
        # that of another folder, or of this one before it was closed, would go on with what is no more
        self._office, self._automatic = office, None
        screens.restore_requested.connect(self.restore)
        screens.look_requested.connect(self.look)
        if self._done is not None:
            self._tell(self._done)
            self._done = None

    def begin(self) -> None:
        """Make the backup that is due, after the first page is shown."""
        automatic = self._made_automatic()
        if automatic is not None:
            automatic.begin()

    def finish(self) -> None:
        """Close the windows over backups and make the last backup when the window closes."""
        self._looking.end_all()
        screens = self._opening.screens
        if screens is not None and not screens.session_end.expected:
            # also where the window goes before its first page was seen: something may have been recorded
            automatic = self._made_automatic()
            if automatic is not None:
                automatic.finish()
        self._automatic = self._office = None

    def look(self, destination: LookAtBackup) -> None:
        """Show the unpacked backup in a process of its own."""
        office = self._office
        if office is not None:
            self._looking.begin(destination.folder, destination.made, lambda folder: self._drop(folder, office))

    def restore(self, backup: Backup) -> None:
        """Close the office, restore in a background thread, and open the office again in any case."""
        opening = self._opening
        if opening.screens is None or self._office is None or not opening.screens.may_close():
            return
        from desktop_app.storage.backup.restoring import RestoreContext, restore

        self._looking.end_all()
        folder = self._office.folder.folder
        opening.screens.keep_work()
        if self._automatic is not None:
            self._automatic.forget()
        self._office = self._automatic = None
        opening.close_office()
        self._window.show_saved(words.RESTORING, Tone.PROGRESS)
        context = RestoreContext(folder, opening.clock)
        self._begin(lambda told: restore(backup, context, told), folder)

    # ---- inside

    def _begin(self, work: Callable[[Progress], Restored], folder: Path) -> None:
        from desktop_app.window.backups.page import RestoringPage
        from desktop_app.window.backups.restore_run import RestoreRun

        window, opening, page = self._window, self._opening, RestoringPage()
        self._run = run = RestoreRun(page, opening.workers, opening.dialogs, self)
        page.give_up_requested.connect(run.give_up)
        window.add_page(RESTORING, page)
        window.show_page(RESTORING)
        window.set_may_close(run.may_close)
        help_without_office(window, folder, page)
        run.begin(work, self._restored, self._failed)
        page.focus_list()

    def _restored(self, done: Restored) -> None:
        if self._closed and self._run is not None and self._run.given_up:
            from desktop_app.window.backups.restore_run import restored_text

            # its last step began while it was given up and the window closed
            self._opening.dialogs.tell(words.RESTORED, restored_text(done), Tone.DONE)
        self._done = done
        self._window.data_replaced.emit()
        self._open_again()

    def _failed(self, error: BaseException) -> None:
        self._open_again()
        if isinstance(error, Cancelled):
            self._tell_given_up()
        elif not isinstance(error, Refused):
            raise error
        else:
            self._opening.dialogs.tell(words.NOT_RESTORED, sentence(error), Tone.DANGER)

    def _tell_given_up(self) -> None:
        if not self._closed:
            notice = self._window.show_notice(words.RESTORE_GIVEN_UP, words.AS_IT_WAS, words.SEEN, of_data=True)
            notice.show_message(words.RESTORE_GIVEN_UP, words.AS_IT_WAS, Tone.NEUTRAL, words.SEEN)

    def _open_again(self) -> None:
        if not self._closed:
            self._window.clear()
            self._opening.open_again.emit()

    def _window_closed(self) -> None:
        self._closed = True

    def _tell(self, done: Restored) -> None:
        from desktop_app.window.backups.restore_run import restored_text

        self._window.show_notice(words.RESTORED, restored_text(done), words.SEEN, of_data=True)

    def _made_automatic(self) -> AutomaticBackups | None:
        """Return the automatic backups of the open office; None if it should have none."""
        office, opening = self._office, self._opening
        if office is not None and not office.folder.writable:
            # of what a check has found wrong by now no backup takes the place of a sound one
            return None
        if self._automatic is None and self.automatically and office is not None:
            from desktop_app.storage.backup.office_backups import OfficeBackups
            from desktop_app.window.backups.memory import BackupSettings
            from desktop_app.window.shell.automatic_backups import AutomaticBackups

            backups = OfficeBackups(office.folder, office.clock)
            backups.drop_unpacked()
            # what is tried out belongs in no place from which an office may be brought back
            memory = None if is_sample(office) else BackupSettings(machine_settings(), office.folder.folder)
            self._automatic = AutomaticBackups(
                self._window, backups, opening.workers, memory, opening.clock, opening.screens
            )
            if opening.screens is not None:
                opening.screens.backed_up.connect(self._automatic.note_manual_backup)
        return self._automatic

    @staticmethod
    def _drop(folder: Path, office: Office) -> None:
        from desktop_app.storage.backup.office_backups import OfficeBackups

        OfficeBackups(office.folder, office.clock).drop_unpacked(folder)


def is_sample(office: Office) -> bool:
    """Whether an office holds demo data; False if it cannot be read."""
    try:
        return office_state(office.context).sample
    except Refused:
        return False
