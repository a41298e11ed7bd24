"""Mending of a place of backups: a stored file that is missing or changed is written anew from the office's own."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.backups import Backup, Flaw
from desktop_app.paths import size_of
from desktop_app.storage.backup.file_store import STORE, Count, SourceChanged, hashed, store, sync_store, uncounted
from desktop_app.storage.backup.last_reading import keep_reading
from desktop_app.storage.backup.listing import Verifier, verify
from desktop_app.storage.backup.manifest import Stored
from desktop_app.storage.backup.places import locked
from desktop_app.storage.file.durable_folders import make_durable_folder


@dataclass(frozen=True, slots=True)
class Mending:
    """Of the places of one office, whose files may be the right ones."""

    data: Path
    count: Count = uncounted

    def mend(self, place: Path, name: str, stored: Stored) -> bool:
        """Whether the place holds the file again; it does not where the office has no such bytes by this name."""
        source = self.data / name
        with suppress(OSError, SourceChanged):
            if size_of(source) != stored.size or hashed(source, self.count) != stored:
                # nothing else is put into the place
                return False
            make_durable_folder(place / STORE)
            if store(place, source, self.count) == stored:
                sync_store(place, {stored.sha256})
                return True
        return False


def verify_mending(backup: Backup, committee: str, data: Path, instant: str, count: Count = uncounted) -> Backup:
    """Read every byte of a backup; where stored files are not what they were, mend what can be and judge it anew.

    What it is then is written down beside it.

    Nothing is mended while somebody else is at work in the place: it is told as it was found.
    """
    reading = Verifier(count)
    found = verify(backup, committee, count, reading)
    if found.flaw in (Flaw.FILE_MISSING, Flaw.FILE_CHANGED) and not backup.bare:
        with suppress(EnvironmentProblem), locked(backup.folder.parent, instant):
            reading.mend = Mending(data, count).mend
            found = verify(backup, committee, count, reading)
    keep_reading(found, instant)
    return found
