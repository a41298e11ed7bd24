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

PLACE: Final = "backups/place"
"""The place that was chosen last on this machine."""
_OWNER: Final = "backups/place_of"
"""The data folder for which it was chosen; an older program did not write it down."""
_PLACES: Final = "backups/places"
"""Group of places, each by the hash of its data folder."""
MADE: Final = "backups/made"
"""Group of what was made there, in a group for each committee: a machine may hold more than one office."""
OF_ALL: Final = frozenset({Flaw.FILE_MISSING, Flaw.FILE_CHANGED})
"""Of a file that is stored once for all backups of a place."""
_LETTERS: Final = 16
_AT, _ENTRY, _HEAD = "made_at", "last_entry", "chain_head"


@dataclass(frozen=True, slots=True)
class MadeThere:
    """The last backup of a committee in the second place that was read whole, and whose records are right."""

    made_at: str
    """Empty before the first."""
    moment: Moment


class BackupsMemory:
    """Over the machine's settings; of one ``data`` folder, where it is named, or of whichever was used last.

    The place is that of a data folder: a copy of an office, which somebody opens to look at it, would put its backups
    among those of the office itself.
    """

    def __init__(self, settings: QSettings, data: Path | None = None) -> None:
        self._settings = settings
        self._data = "" if data is None else os.path.normcase(data.absolute())

    @property
    def folder(self) -> Path | None:
        """The second place; one that nobody's folder is written beside is taken as that of each."""
        if not self._data or not self._settings.value(_OWNER):
            return self.last
        return self._path(self._key)

    @property
    def last(self) -> Path | None:
        """The place that was chosen last, for whichever data folder."""
        return self._path(PLACE)

    def settle(self) -> None:
        """Write down that the place is that of this data folder, where it is of none yet."""
        if self.last is not None and not self._settings.value(_OWNER):
            self._own(self.last)

    def made_for(self, committee: str) -> MadeThere:
        """What is remembered of a committee; nonsense is as if it were not there."""
        entry = self._value(committee, _ENTRY)
        moment = Moment(committee, int(entry) if entry.isdecimal() else 0, self._value(committee, _HEAD))
        made_at = self._value(committee, _AT)
        try:
            local_moment(made_at)
        except ValueError:
            made_at = ""
        return MadeThere(made_at, moment)

    def choose(self, folder: Path) -> None:
        """Another place: what was made in the one before says nothing of this one."""
        if folder != self.folder:
            self._settings.setValue(PLACE, str(folder))
            self._settings.remove(_OWNER)
            self._settings.remove(MADE)
            self._own(folder)

    def read(self, backup: Backup) -> None:
        """A backup there was read whole: one whose records are right is relied on, if none newer is already.

        What is damaged is not relied on any more, and none where a stored file is: they share those.
        """
        known = self.made_for(backup.committee)
        if backup.records_right and backup.made_at >= known.made_at:
            self._keep(backup)
        elif backup.verdict is Verdict.DAMAGED and (backup.flaw in OF_ALL or backup.made_at == known.made_at):
            self._settings.remove(f"{MADE}/{backup.committee}")
            self._settings.sync()

    def read_newest(self, backup: Backup) -> None:
        """The same of the newest backup there, whatever the clock said when it was made."""
        if backup.records_right:
            self._keep(backup)
        else:
            self.read(backup)

    # ---- inside

    @property
    def _key(self) -> str:
        return f"{_PLACES}/{hashlib.sha256(self._data.encode(errors='surrogateescape')).hexdigest()[:_LETTERS]}"

    def _path(self, key: str) -> Path | None:
        folder = str(self._settings.value(key) or "")
        return Path(folder) if folder else None

    def _own(self, folder: Path) -> None:
        if self._data:
            self._settings.setValue(_OWNER, self._data)
            self._settings.setValue(self._key, str(folder))
        self._settings.sync()

    def _keep(self, backup: Backup) -> None:
        for name, value in ((_AT, backup.made_at), (_ENTRY, backup.last_entry), (_HEAD, backup.chain_head)):
            self._settings.setValue(f"{MADE}/{backup.committee}/{name}", value)
        self._settings.sync()

    def _value(self, committee: str, name: str) -> str:
        return str(self._settings.value(f"{MADE}/{committee}/{name}") or "")
