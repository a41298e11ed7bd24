"""Second place of backups as this machine remembers it: another one has other drives.

What is remembered of it is the last backup there that was read whole and found without fault.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.read_models.backups import Backup, Flaw, Moment, Verdict

MADE: Final = "made"
"""Group of what was made in the place of a data folder, by committee: its database may be replaced by another."""
_PLACE, _LAST = "place", "backups/last"
_FOLDERS: Final = "backups/of"
"""Group of the data folders, each under a hash of its path."""
OLD_PLACE, OLD_MADE = "backups/place", "backups/made"
"""Of an older program, which knew one place for the machine."""
OF_ALL: Final = frozenset({Flaw.FILE_MISSING, Flaw.FILE_CHANGED})
"""Of a file that is stored once for all backups of a place."""
_LETTERS: Final = 16
"""Hexadecimal digits of the hash that names a data folder."""
_AT, _ENTRY, _HEAD = "made_at", "last_entry", "chain_head"


@dataclass(frozen=True, slots=True)
class MadeThere:
    """The last backup of a committee in the second place that was read whole, and whose records are right."""

    made_at: str
    """Empty before the first."""
    moment: Moment


def group_of(data: Path) -> str:
    """Group of what is remembered of a data folder."""
    path = os.fsencode(os.path.normcase(data.absolute()))
    return f"{_FOLDERS}/{hashlib.sha256(path).hexdigest()[:_LETTERS]}"


class BackupsMemory:
    """Over the machine's settings, of the ``data`` folder.

    The place is that of a data folder: a copy of an office, which somebody opens to look at it, would put its backups
    among those of the office itself.
    """

    def __init__(self, settings: QSettings, data: Path) -> None:
        self._settings, self._group = settings, group_of(data)

    @property
    def folder(self) -> Path | None:
        """The second place of the data folder."""
        return self._path(f"{self._group}/{_PLACE}")

    @property
    def last(self) -> Path | None:
        """The place that was chosen last on this machine, for whichever data folder."""
        return self._path(_LAST) or self._path(OLD_PLACE)

    def take_over_old_place(self) -> None:
        """What an older program remembered for the machine is of the first data folder that is opened."""
        old = self._path(OLD_PLACE)
        if old is None:
            return
        if self.folder is None:
            self._set_place(old)
            self._settings.beginGroup(OLD_MADE)
            made = {key: self._settings.value(key) for key in self._settings.allKeys()}
            self._settings.endGroup()
            for key, value in made.items():
                self._settings.setValue(f"{self._group}/{MADE}/{key}", value)
        self._settings.remove(OLD_PLACE)
        self._settings.remove(OLD_MADE)
        self._settings.sync()

    def made_for(self, committee: str) -> MadeThere:
        """What is remembered of a committee; nonsense is as if it were not there."""
        entry = self._value(committee, _ENTRY)
        moment = Moment(committee, int(entry) if entry.isdecimal() else 0, self._value(committee, _HEAD))
        made_at = self._value(committee, _AT)
        try:
            local_moment(made_at)
        except (ValueError, OverflowError):
            made_at = ""
        return MadeThere(made_at, moment)

    def choose(self, folder: Path) -> None:
        """Another place: what was made in the one before says nothing of this one."""
        if folder != self.folder:
            self._settings.remove(f"{self._group}/{MADE}")
            self._set_place(folder)
            self._settings.sync()

    def read(self, backup: Backup) -> None:
        """A backup there was read whole: one whose records are right is relied on, if none newer is already.

        What is damaged is not relied on any more, and none where a stored file is: they share those.
        """
        known = self.made_for(backup.committee)
        if backup.records_right and backup.made_at >= known.made_at:
            self._keep(backup)
        elif backup.verdict is Verdict.DAMAGED and (backup.flaw in OF_ALL or backup.made_at == known.made_at):
            self._settings.remove(self._made(backup.committee))
            self._settings.sync()

    def read_newest(self, backup: Backup) -> None:
        """The same of the newest backup there, whatever the clock said when it was made."""
        if backup.records_right:
            self._keep(backup)
        else:
            self.read(backup)

    # ---- inside

    def _path(self, key: str) -> Path | None:
        folder = str(self._settings.value(key) or "")
        return Path(folder) if folder else None

    def _set_place(self, folder: Path) -> None:
        self._settings.setValue(f"{self._group}/{_PLACE}", str(folder))
        self._settings.setValue(_LAST, str(folder))

    def _made(self, committee: str) -> str:
        return f"{self._group}/{MADE}/{committee}"

    def _keep(self, backup: Backup) -> None:
        for name, value in ((_AT, backup.made_at), (_ENTRY, backup.last_entry), (_HEAD, backup.chain_head)):
            self._settings.setValue(f"{self._made(backup.committee)}/{name}", value)
        self._settings.sync()

    def _value(self, committee: str, name: str) -> str:
        return str(self._settings.value(f"{self._made(committee)}/{name}") or "")
