"""Papers and scans of a data folder against the hashes that were recorded with them."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from desktop_app import disk
from desktop_app.domain.rules.files import StoredFile
from desktop_app.domain.verifying.verdicts import KeptState
from desktop_app.storage.files.file_store import FileState, FileStore

_STATES: Final = {
    FileState.SOUND: KeptState.SOUND,
    FileState.MISSING: KeptState.MISSING,
    FileState.ALTERED: KeptState.ALTERED,
}


class KeptPapers:
    """Of one data folder; what it stands for is told at ``KeptFiles`` in the services."""

    def __init__(self, papers: Path, store: FileStore) -> None:
        self._papers, self._store = papers, store

    def print_state(self, name: str, sha256: str) -> KeptState:
        """A print; a name that leads out of the folder is none of its."""
        path = self._papers / Path(name).name
        try:
            with disk.opened(path) as file:
                same = hashlib.file_digest(file, "sha256").hexdigest() == sha256
        except FileNotFoundError:
            return KeptState.MISSING
        except (OSError, ValueError):
            return KeptState.ALTERED
        return KeptState.SOUND if same else KeptState.ALTERED

    def file_state(self, file: StoredFile) -> KeptState:
        """A file of the store, read whole."""
        return _STATES[self._store.state(file, whole=True)]
