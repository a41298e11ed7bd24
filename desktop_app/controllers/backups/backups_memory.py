"""Second place of backups as this machine remembers it: another one has other drives.

What is remembered of it is the last backup there that was read whole and found without fault.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.read_models.backups import Backup, Flaw, Moment, Verdict

PLACE: Final = "backups/place"
MADE: Final = "backups/made"
"""Group of what was made there, in a group for each committee: a machine may hold more than one office."""
OF_ALL: Final = frozenset({Flaw.FILE_MISSING, Flaw.FILE_CHANGED})
"""Of a file that is stored once for all backups of a place."""
_AT, _ENTRY, _HEAD = "made_at", "last_entry", "chain_head"


@dataclass(frozen=True, slots=True)
class MadeThere:
    """The last backup of a committee in the second place that was read whole, and whose records are right."""

    made_at: str
    """Empty before the first."""
    moment: Moment


class BackupsMemory:
    """Over the machine's settings."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def folder(self) -> Path | None:
        """The second place."""
        folder = str(self._settings.value(PLACE) or "")
        return Path(folder) if folder else None

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
            self._settings.remove(MADE)
            self._settings.sync()

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

    def _keep(self, backup: Backup) -> None:
        for name, value in ((_AT, backup.made_at), (_ENTRY, backup.last_entry), (_HEAD, backup.chain_head)):
            self._settings.setValue(f"{MADE}/{backup.committee}/{name}", value)
        self._settings.sync()

    def _value(self, committee: str, name: str) -> str:
        return str(self._settings.value(f"{MADE}/{committee}/{name}") or "")
