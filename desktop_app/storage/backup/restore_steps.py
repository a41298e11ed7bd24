"""Progress of a restore in percent: each part has a share as large as what it reads and writes."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Final

from desktop_app import paths
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.backups import LAST_STEP, Backup
from desktop_app.storage.backup.file_store import Count
from desktop_app.storage.backup.manifest import BadManifest, Stored, read_manifest

WHOLE: Final = 100


class RestoreStep(StrEnum):
    """In the order of doing; the last step follows them all."""

    JUDGING = "judging"
    DATABASE = "database"
    FILES = "files"
    BEFORE = "before"


class RestoreSteps:
    """Tells ``told`` the percent; whatever that raises gives the restore up."""

    def __init__(self, told: Progress, backup: Backup, data: Path) -> None:
        self._told = told
        sizes = _sizes(backup, data)
        whole = max(sum(sizes.values()), 1)
        self._bounds: dict[RestoreStep, tuple[int, int]] = {}
        self._sizes = sizes
        done = 0
        for part, size in sizes.items():
            self._bounds[part] = (LAST_STEP * done // whole, LAST_STEP * (done + size) // whole)
            done += size

    def part(self, part: RestoreStep) -> Progress:
        """For what tells how much of how much it has done."""
        begin, end = self._bounds[part]

        def tell(done: int, total: int) -> None:
            # the percent of the last step are its own
            self._told(min(begin + (end - begin) * min(done, total) // max(total, 1), LAST_STEP - 1), WHOLE)

        return tell

    def count(self, part: RestoreStep) -> Count:
        """For what tells how many bytes more are done."""
        tell, done = self.part(part), 0

        def more(count: int) -> None:
            nonlocal done
            done += count
            tell(done, self._sizes[part])

        return more

    def begin_last(self) -> None:
        """The last moment to give the restore up."""
        self._told(LAST_STEP, WHOLE)


# ---- inside


def _sizes(backup: Backup, data: Path) -> Mapping[RestoreStep, int]:
    """Bytes that each part reads and writes, as far as names and sizes tell."""
    files: Mapping[str, Stored] = {}
    with suppress(OSError, BadManifest):
        # what is wrong with it is told by who judges it
        files = {} if backup.bare else read_manifest(backup.folder).files
    there = {name: paths.size_of(data / name) for name in files}
    same = sum(one.size for name, one in files.items() if there[name] == one.size)
    differing = sum(one.size for name, one in files.items() if there[name] != one.size)
    return {
        RestoreStep.JUDGING: backup.size + same,
        RestoreStep.DATABASE: 2 * backup.database_size,
        RestoreStep.FILES: same + differing,
        RestoreStep.BEFORE: 2 * paths.size_of(data / paths.DATABASE),
    }
