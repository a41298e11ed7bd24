"""The folders last used in open and save dialogs, by kind of file, stored on this computer."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QSettings

from desktop_app.domain.text.json_text import read_json
from desktop_app.system.paths import is_folder

FOLDERS = "folders"


class UsedFolders:
    """Reads and stores the last folders in the computer's settings; ignores missing folders."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def last(self, kind: str, usual: str) -> Path | None:
        """Return the last folder of this kind, unless the usual folder was changed since."""
        try:
            kept = read_json(str(self._settings.value(f"{FOLDERS}/{kind}") or "{}"))
            folder = Path(str(kept["last"]))
            return folder if kept.get("usual") == usual and is_folder(folder) else None
        except (ValueError, KeyError, TypeError, AttributeError, OSError):
            return None

    def keep(self, kind: str, usual: str, folder: Path) -> None:
        """Store the last folder of this kind."""
        kept = {"usual": usual, "last": str(folder)}
        self._settings.setValue(f"{FOLDERS}/{kind}", json.dumps(kept, ensure_ascii=False))
