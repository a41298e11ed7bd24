"""Part folder of an export: all is written into ``NAME.part``, which gets its own name last.

Killed anywhere, the part bears a mark that it is unfinished; the next export of the same name begins it anew.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

from desktop_app import disk, paths, rights
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.storage.archive_export.written_files import MANIFEST, SUMS
from desktop_app.storage.file.copying import PART
from desktop_app.storage.file.lock import FolderLock

UNFINISHED: Final = "UNFINISHED.txt"
_MARK: Final = "This archive export was broken off or is being made; what lies here is not whole.\n"


def require_target(target: Path, data: Path) -> None:
    """Raise ``EnvironmentProblem`` where no new folder can be made there.

    Keys: ``archive_root``, ``archive_inside``, ``archive_taken``, ``archive_no_parent``.
    """
    if target.parent == target or not target.name or os.path.ismount(target):
        raise EnvironmentProblem("archive_root", folder=str(target))
    if not paths.is_folder(target.parent):
        raise EnvironmentProblem("archive_no_parent", folder=str(target.parent))
    try:
        own, office = target.resolve(), data.resolve()
        taken = paths.lies(target) and (not paths.is_folder(target) or any(target.iterdir()))
    except (OSError, ValueError) as error:
        raise EnvironmentProblem("archive_taken", folder=str(target)) from error
    if own == office or own.is_relative_to(office) or office.is_relative_to(own):
        raise EnvironmentProblem("archive_inside", folder=str(target))
    if taken:
        raise EnvironmentProblem("archive_taken", folder=str(target))


@contextmanager
def part_folder(target: Path, instant: str) -> Iterator[Path]:
    """The folder to write into; it becomes ``target`` when the ``with`` ends well, else nothing of it is left.

    Raises ``archive_part_taken``, ``archive_in_use``, and ``OSError`` as it comes.
    """
    part = target.with_name(target.name + PART)
    _begin(part)
    with ExitStack() as undo:
        lock = _locked(part, target, instant)
        undo.callback(_drop, part)
        undo.callback(lock.release)
        # the mark stands before anything else, and goes after all else: by it the folder is known as ours
        rights.make_file(part / UNFINISHED)
        (part / UNFINISHED).write_text(_MARK, encoding="ascii")
        disk.sync_file(part / UNFINISHED)
        disk.sync_folder(part)
        _clear(part)
        yield part
        _finish(part, target, lock)
        undo.pop_all()


def _begin(part: Path) -> None:
    """Make it, or take over what an export left that was killed; nothing else is touched."""
    if not paths.lies(part) and not part.is_symlink():
        rights.make_new_folder(part)
        return
    names = {one.name for one in part.iterdir()} if paths.is_folder(part) and not part.is_symlink() else {""}
    # a kill may have fallen between the removal of the mark and the renaming
    known = UNFINISHED in names or {MANIFEST, SUMS} <= names
    if not known and not all(map(_is_of_lock, names)):
        raise EnvironmentProblem("archive_part_taken", folder=str(part))


def _is_of_lock(name: str) -> bool:
    """The lock, its journal, and the name of who holds it."""
    return name.startswith(paths.LOCK)


def _locked(part: Path, target: Path, instant: str) -> FolderLock:
    lock = FolderLock(part)
    try:
        lock.take(instant)
    except EnvironmentProblem as problem:
        if problem.key != "data_in_use":
            raise
        raise EnvironmentProblem("archive_in_use", folder=str(target)) from problem
    return lock


def _clear(part: Path) -> None:
    """Remove all but the lock and the mark."""
    for one in part.iterdir():
        if _is_of_lock(one.name) or one.name == UNFINISHED:
            continue
        if paths.is_folder(one) and not one.is_symlink():
            disk.remove_tree(one)
        else:
            disk.remove(one)


def _drop(part: Path) -> None:
    """Remove it, the mark last; what cannot be removed stays with its mark."""
    with suppress(OSError):
        _clear(part)
        disk.drop_tree(part)


def _finish(part: Path, target: Path, lock: FolderLock) -> None:
    lock.release()
    for one in (*filter(lambda one: _is_of_lock(one.name), part.iterdir()), part / UNFINISHED):
        disk.remove(one)
    disk.sync_folder(part)
    if paths.is_folder(target):
        # an empty one that was there; one in which something lies by now stays, and the export is refused
        disk.remove_folder(target)
    disk.replace(part, target)
    disk.sync_folder(target.parent)
    # Windows makes the new name durable with any file in it
    disk.sync_name(target / MANIFEST)
