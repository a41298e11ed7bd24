"""In which folder files of each kind were saved and opened last on this machine."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QSettings

from desktop_app.domain.text.json_text import read_json
from desktop_app.system.paths import is_folder

FOLDERS = "folders"


class FolderMemory:
    """Over the machine's settings; a folder that is gone, or that makes no sense, is as if it were not there."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def last(self, kind: str, usual: str) -> Path | None:
        """The folder used last for this kind, as long as what is usual there has not been changed."""
        try:
            kept = read_json(str(self._settings.value(f"{FOLDERS}/{kind}") or "{}"))
            folder = Path(str(kept["last"]))
            return folder if kept.get("usual") == usual and is_folder(folder) else None
        except (ValueError, KeyError, TypeError, AttributeError, OSError):
            return None

    def keep(self, kind: str, usual: str, folder: Path) -> None:
        """Remember it."""
        kept = {"usual": usual, "last": str(folder)}
        self._settings.setValue(f"{FOLDERS}/{kind}", json.dumps(kept, ensure_ascii=False))
