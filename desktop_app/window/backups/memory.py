"""Settings of this machine about the second backup folder."""

from __future__ import annotations

import hashlib
import os
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings

from desktop_app.domain.read_models.backups import Backup, RecordsState

_FOLDERS: Final = "backups/of"
"""Group of the data folders, each under a hash of its path."""
_LETTERS: Final = 16
"""Hexadecimal digits of the hash that names a data folder."""
_PLACE, _MARK, _REMINDED = "place", "mark", "reminded"
_COMMITTEE, _AT, _ENTRY, _HEAD = "committee", "made_at", "last_entry", "chain_head"


class BackupSettings:
    """Reads and writes the second backup folder of one ``data`` folder in the machine's settings.

    The place is that of a data folder: a copy of an office, which somebody opens to look at it, would put its backups
    among those of the office itself.
    """

    def __init__(self, settings: QSettings, data: Path) -> None:
        path = os.fsencode(os.path.normcase(data.absolute()))
        self._settings = settings
        self._group = f"{_FOLDERS}/{hashlib.sha256(path).hexdigest()[:_LETTERS]}"

    @property
    def folder(self) -> Path | None:
        """The second backup folder."""
        folder = self._value(_PLACE)
        return Path(folder) if folder else None

    @property
    def mark(self) -> str:
        """The identifier stored in the second backup folder, by which it is recognised."""
        return self._value(_MARK)

    @property
    def made_at(self) -> str:
        """When the last backup in the second folder was made; empty before the first."""
        return self._value(_AT)

    @property
    def moment(self) -> RecordsState:
        """The instant of the last record in that backup."""
        entry = self._value(_ENTRY)
        return RecordsState(self._value(_COMMITTEE), int(entry) if entry.isdecimal() else 0, self._value(_HEAD))

    def choose(self, folder: Path, mark: str) -> None:
        """Store another second folder and clear the facts about the previous one."""
        if mark != self.mark:
            self._settings.remove(self._group)
        self._keep({_PLACE: str(folder), _MARK: mark})

    def made(self, backup: Backup) -> None:
        """Store that a backup was made in the second folder."""
        self._keep(
            {
                _COMMITTEE: backup.committee,
                _AT: backup.made_at,
                _ENTRY: backup.last_entry,
                _HEAD: backup.chain_head,
            }
        )

    def was_reminded(self, today: date) -> bool:
        """Whether the operator was reminded of the second folder today."""
        return self._value(_REMINDED) == today.isoformat()

    def reminded(self, today: date) -> None:
        """Store that the operator was reminded today."""
        self._keep({_REMINDED: today.isoformat()})

    # ---- inside

    def _keep(self, values: dict[str, object]) -> None:
        for name, value in values.items():
            self._settings.setValue(f"{self._group}/{name}", value)
        self._settings.sync()

    def _value(self, name: str) -> str:
        return str(self._settings.value(f"{self._group}/{name}") or "")
