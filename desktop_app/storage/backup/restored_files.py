"""Files of a backup on their way back: copied into the folder of a restore, then renamed to where they belong."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from desktop_app import disk, paths
from desktop_app.domain.read_models.backups import Backup
from desktop_app.storage.backup.file_store import Count, copy_hashed, stored_at
from desktop_app.storage.backup.manifest import Stored
from desktop_app.storage.file.copying import CopyDiffers
from desktop_app.storage.file.durable_folders import make_durable_folder


def stage_files(backup: Backup, files: Mapping[str, Stored], staging: Path, count: Count) -> dict[str, Path]:
    """Copies, verified and durable, by the names that they will have below the data folder."""
    staged = {}
    for number, (name, stored) in enumerate(files.items()):
        copy = staging / str(number)
        if copy_hashed(stored_at(backup.folder.parent, stored.sha256), copy, count) != stored:
            raise CopyDiffers(name)
        disk.sync_file(copy)
        staged[name] = copy
    return staged


def place_files(staged: Mapping[str, Path], data: Path, suffix: str, undo: ExitStack) -> tuple[str, ...]:
    """Give each its name; the names under which is kept what had it before. ``undo`` learns the way back."""
    kept = []
    for name, copy in staged.items():
        target = data / name
        make_durable_folder(target.parent)
        if paths.lies(target):
            aside = free_name(target.with_name(target.name + suffix))
            disk.replace(target, aside)
            undo.callback(disk.replace, aside, target)
            # before its old name goes to another file, lest a power cut leave it without any
            disk.sync_name(aside)
            kept.append(aside.relative_to(data).as_posix())
        else:
            undo.callback(disk.remove, target)
        disk.replace(copy, target)
        disk.sync_name(target)
    return tuple(kept)


def free_name(wanted: Path) -> Path:
    """The name, or one like it that nothing has yet."""
    name, number = wanted, 0
    while paths.lies(name):
        number += 1
        name = wanted.with_name(f"{wanted.name}-{number}")
    return name
