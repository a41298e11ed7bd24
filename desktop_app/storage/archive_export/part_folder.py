"""Part folder of an export: all is written into a folder in ``NAME.part``, which is moved out and gets its name last.

Killed anywhere, ``NAME.part`` bears a mark that it is unfinished, and the next export of that name begins it anew. The
mark never lies in what gets the name: by one step of the disk there is a finished export, and until after it the mark.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

from desktop_app import disk, paths, rights
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.storage.archive_export.written_files import MANIFEST
from desktop_app.storage.file.copying import PART
from desktop_app.storage.file.lock import FolderLock

UNFINISHED: Final = "UNFINISHED.txt"
WHOLE: Final = "all"
"""In the part folder: what gets the name."""
_MARK: Final = "This archive export was broken off or is being made; what lies here is not whole.\n"


def require_target(target: Path, data: Path, longest: int | None) -> None:
    """Raise ``EnvironmentProblem`` where no new folder can be made there.

    ``longest`` is that of a folder below which all of ours fits. Keys: ``archive_root``, ``archive_too_deep``,
    ``archive_inside``, ``archive_taken``, ``archive_no_parent``.
    """
    if target.parent == target or not target.name or os.path.ismount(target):
        raise EnvironmentProblem("archive_root", folder=str(target))
    _require_short(target, longest)
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
        _mark(part)
        _clear(part)
        whole = part / WHOLE
        rights.make_new_folder(whole)
        yield whole
        _finish(whole, target)


def _require_short(target: Path, longest: int | None) -> None:
    if longest is None:
        return
    most = longest - len(str(target.with_name(target.name + PART) / WHOLE)) + len(str(target))
    if len(str(target)) > most:
        raise EnvironmentProblem("archive_too_deep", folder=str(target), longest=most)


def _begin(part: Path) -> None:
    """Make it, or take over what an export left that was killed; nothing else is touched."""
    if not paths.lies(part) and not part.is_symlink():
        rights.make_new_folder(part)
    elif not paths.is_folder(part) or part.is_symlink() or not _is_ours(part):
        raise EnvironmentProblem("archive_part_taken", folder=str(part))


def _is_ours(part: Path) -> bool:
    """Whether an export was killed in it: by the words of the mark, which are there before anything else is.

    A finished export has none, also one that was given such a name.
    """
    names = {one.name for one in part.iterdir() if not _is_of_lock(one.name)}
    # killed before the mark was written
    return not names or _marked(part) == _MARK or (names == {UNFINISHED} and _MARK.startswith(_marked(part)))


def _marked(part: Path) -> str:
    """The words of the mark that lies there, whatever its line ends; of a file that is no mark some that are none."""
    mark = part / UNFINISHED
    if mark.is_symlink() or not paths.is_file(mark) or paths.size_of(mark) > 2 * len(_MARK):
        return "none"
    return mark.read_text(encoding="ascii", errors="replace")


def _mark(part: Path) -> None:
    """It stands before anything else, and goes after all else; one that stands is not written again."""
    if _marked(part) != _MARK:
        rights.make_file(part / UNFINISHED)
        (part / UNFINISHED).write_text(_MARK, encoding="ascii", newline="")
    disk.sync_file(part / UNFINISHED)
    disk.sync_folder(part)


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


def _finish(whole: Path, target: Path) -> None:
    """Move it out of the part folder, which still bears the mark."""
    disk.sync_folder(whole)
    if paths.is_folder(target):
        # an empty one that was there; one in which something lies by now stays, and the export is refused
        disk.remove_folder(target)
    disk.replace(whole, target)
    disk.sync_folder(target.parent)
    disk.sync_folder(whole.parent)
    # Windows makes the new name durable with any file in it
    disk.sync_name(target / MANIFEST)
