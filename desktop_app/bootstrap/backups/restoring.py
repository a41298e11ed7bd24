"""Backups around an open office: automatic ones, a window over one, and the restore of one into the closed office."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.bootstrap.machine import machine_settings
from desktop_app.controllers.backups.backups_memory import BackupsMemory
from desktop_app.controllers.shell.destinations import LookAtBackup
from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.backups import Backup, Restored
from desktop_app.text.office import backups as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.shell.main_window import MainWindow
from desktop_app.widgets.style.tokens import Tone

if TYPE_CHECKING:
    from desktop_app.bootstrap.backups.automatic import AutomaticBackups
    from desktop_app.bootstrap.backups.window import BackupWindow
    from desktop_app.bootstrap.opening import Opening
    from desktop_app.bootstrap.screens import Screens
    from desktop_app.wiring import Office


class Restoring(QObject):
    """Part of an opening: knows when the office is open, and closes it for a restore."""

    def __init__(self, opening: Opening, window: MainWindow) -> None:
        super().__init__(opening)
        self._opening, self._window = opening, window
        self.automatically = False
        """Whether backups are made without being asked for, and the operator is reminded of the second place."""
        self._office: Office | None = None
        self._automatic: AutomaticBackups | None = None
        self._looking: list[BackupWindow] = []
        self._done: Restored | None = None
        self._closed = False
        window.closed.connect(self._window_closed)

    def serve(self, screens: Screens, office: Office) -> None:
        """An office is open and shows: tell of a restore, do what its page asks for."""
        self._office = office
        screens.restore_requested.connect(self.restore)
        screens.look_requested.connect(self.look)
        if self._done is not None:
            self._tell(self._done)
            self._done = None

    def begin(self) -> None:
        """The first page is seen: make the backup that is due, and remind of the second place."""
        automatic = self._made_automatic()
        if automatic is not None:
            automatic.begin()

    def finish(self) -> None:
        """The window closes: windows over backups go, and the backup that is due is made."""
        for one in list(self._looking):
            one.close()
        screens = self._opening.screens
        if screens is not None and not screens.session_end.expected:
            # also where the window goes before its first page was seen: something may have been recorded
            automatic = self._made_automatic()
            if automatic is not None:
                automatic.finish()
        self._automatic = self._office = None

    def look(self, destination: LookAtBackup) -> None:
        """Open a window over the unpacked backup."""
        from desktop_app.bootstrap.backups.window import BackupWindow

        opening = self._opening
        try:
            window = BackupWindow(
                destination.folder,
                destination.made,
                opening.clock,
                (opening.dialogs, opening.printer),
                self._looked,
                self,
            )
        except Refused as problem:
            opening.dialogs.tell(words.NOT_DONE, sentence(problem), Tone.DANGER)
            self._drop(destination.folder)
            return
        self._looking.append(window)

    def restore(self, backup: Backup) -> None:
        """Close the office, restore off the main thread, and open it again, whatever came of it."""
        opening = self._opening
        if opening.screens is None or self._office is None or not opening.screens.may_close():
            return
        from desktop_app.storage.backup.restoring import RestoreContext, restore

        for one in list(self._looking):
            one.close()
        folder = self._office.folder.folder
        opening.screens.keep_work()
        opening.workers.cancel_all()
        opening.workers.wait_until_idle()
        if self._automatic is not None:
            self._automatic.forget()
        self._office = self._automatic = None
        opening.close_office()
        self._window.show_saved(words.RESTORING, Tone.PROGRESS)
        self._window.show_waiting(words.RESTORING, words.RESTORING_WHY)
        context = RestoreContext(folder, opening.clock)
        # a window that were closed now would wait for it: its last step is not to be given up
        opening.workers.run(lambda: restore(backup, context), self._restored, self._failed, owner=self)

    # ---- inside

    def _restored(self, done: Restored) -> None:
        self._done = done
        self._open_again()

    def _failed(self, error: BaseException) -> None:
        self._open_again()
        if not isinstance(error, Refused):
            raise error
        self._opening.dialogs.tell(words.NOT_RESTORED, sentence(error), Tone.DANGER)

    def _open_again(self) -> None:
        if not self._closed:
            self._window.clear()
            self._opening.begin()

    def _window_closed(self) -> None:
        self._closed = True

    def _tell(self, done: Restored) -> None:
        from desktop_app.controllers.backups.backup_lines import restored_text

        self._window.show_notice(words.RESTORED, restored_text(done), words.SEEN)

    def _made_automatic(self) -> AutomaticBackups | None:
        """Made once for an open office; None where no backups are made without being asked for."""
        office, opening = self._office, self._opening
        if self._automatic is None and self.automatically and office is not None and office.folder.writable:
            from desktop_app.bootstrap.backups.automatic import AutomaticBackups
            from desktop_app.storage.backup.office_backups import OfficeBackups

            backups = OfficeBackups(office.folder, office.clock)
            backups.drop_looked_at()
            memory = BackupsMemory(machine_settings())
            self._automatic = AutomaticBackups(self._window, backups, opening.workers, memory, opening.clock, self)
        return self._automatic

    def _looked(self, window: BackupWindow) -> None:
        self._looking.remove(window)
        self._drop(window.folder)
        window.deleteLater()

    def _drop(self, folder: Path) -> None:
        if self._office is not None:
            from desktop_app.storage.backup.office_backups import OfficeBackups

            OfficeBackups(self._office.folder, self._office.clock).drop_looked_at(folder)
