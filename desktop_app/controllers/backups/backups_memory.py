"""Second place of backups as this machine remembers it: another one has other drives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings

from desktop_app.domain.read_models.backups import Backup

PLACE, MADE_AT, LAST_ENTRY = "backups/place", "backups/made_at", "backups/last_entry"


@dataclass(frozen=True, slots=True)
class SecondPlace:
    """Where it is, and the last backup that was made and verified there; the instant is empty before the first."""

    folder: Path | None = None
    made_at: str = ""
    last_entry: int = 0


class BackupsMemory:
    """Over the machine's settings."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def read(self) -> SecondPlace:
        """What is remembered; nonsense is as if it were not there."""
        folder = str(self._settings.value(PLACE) or "")
        entry = str(self._settings.value(LAST_ENTRY) or "")
        return SecondPlace(
            Path(folder) if folder else None,
            str(self._settings.value(MADE_AT) or ""),
            int(entry) if entry.isdecimal() else 0,
        )

    def choose(self, folder: Path) -> None:
        """Another place: what was made in the one before says nothing of this one."""
        if folder != self.read().folder:
            self._settings.setValue(PLACE, str(folder))
            self._settings.remove(MADE_AT)
            self._settings.remove(LAST_ENTRY)
            self._settings.sync()

    def made(self, backup: Backup) -> None:
        """A backup was made and verified there."""
        self._settings.setValue(MADE_AT, backup.made_at)
        self._settings.setValue(LAST_ENTRY, backup.last_entry)
        self._settings.sync()
