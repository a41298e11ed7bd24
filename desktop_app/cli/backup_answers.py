"""Handlers of backup commands: make, list, verify, restore; and of salvage."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.cli.answers import folder_of, view
from desktop_app.cli.interrupting import Interrupted
from desktop_app.cli.streams import print_data, print_error, print_line, progress
from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.text.digits import persian_time
from desktop_app.system import paths
from desktop_app.words import backups as words
from desktop_app.words import commands
from desktop_app.words.restore_plan import chosen_backup, plan_lines, restored_lines

if TYPE_CHECKING:
    from desktop_app.domain.read_models.backups import Backup


def backup(arguments: argparse.Namespace) -> int:
    """Make and verify a backup, also while a window is open."""
    from desktop_app.storage.backup.office_backups import copy_closed
    from desktop_app.storage.evidence.value_checks import outside_changes, severe_findings
    from desktop_app.storage.file.places import same_disk
    from desktop_app.wiring import SystemClock, findings_at_start

    folder = folder_of(arguments)
    found = findings_at_start(folder, SystemClock())
    if not found:
        # a clock that stands wrong is told; of what is damaged a copy is made even where nothing can be shown
        with view(arguments):
            pass
    place = arguments.to.absolute()
    try:
        made = copy_closed(folder, place, SystemClock().instant(), progress())
    except KeyboardInterrupt as stopped:
        raise Interrupted(commands.INTERRUPTED_BACKUP) from stopped
    print_line(words.made(str(made.folder), words.size(made.size), made.last_entry))
    if damage := severe_findings(found):
        print_error(f"{words.of_damaged_data(len(damage))} [data_damaged]")
    if changed := outside_changes(found):
        print_error(f"{commands.outside(len(changed))} [changed_outside]")
    if made.unread:
        print_error(f"{words.unread_files(len(made.unread))} [files_unread]")
    if same_disk(place, folder):
        print_line(words.SAME_DISK)
    return 0


def _place(arguments: argparse.Namespace, folder: Path) -> Path:
    """Return the named backup folder, else the data folder's own; raises when it is missing."""
    if arguments.place is None:
        if not paths.is_folder(folder):
            # a slip in its name must not read as an office without backups
            raise EnvironmentProblem("database_missing", folder=str(folder))
        return folder / paths.BACKUPS
    place: Path = arguments.place.absolute()
    if not paths.is_folder(place):
        raise EnvironmentProblem("backup_place_missing", folder=str(place))
    return place


def backups(arguments: argparse.Namespace) -> int:
    """List and verify every backup of a folder. Returns 1 when one is damaged or lacks a file."""
    from desktop_app.domain.read_models.backups import Verdict
    from desktop_app.storage.backup.listing import list_backups, list_copies_before_upgrade, verify
    from desktop_app.storage.backup.restore_plan import live_history_position

    folder = folder_of(arguments)
    committee = live_history_position(folder / paths.DATABASE).committee
    place = _place(arguments, folder)
    own = list_copies_before_upgrade(folder, committee) if arguments.place is None else ()
    found = [verify(one, committee) for one in (*list_backups(place, committee), *own)]
    if arguments.json:
        print_data(json.dumps([_plain(one) for one in found], ensure_ascii=False, indent=1))
    else:
        _list(found)
    damaged = sum(one.verdict is Verdict.DAMAGED or bool(one.lost) for one in found)
    if damaged:
        raise EnvironmentProblem("backups_damaged", count=damaged)
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """Restore a backup into a folder that no window has open, or print the plan."""
    from desktop_app.storage.backup.listing import backup_at
    from desktop_app.storage.backup.restore_plan import plan_restore
    from desktop_app.storage.backup.restoring import RestoreContext
    from desktop_app.storage.backup.restoring import restore as bring_back
    from desktop_app.storage.file.writable import LONGEST, require_may_become_writable, require_short
    from desktop_app.wiring import SystemClock

    found = backup_at(arguments.source.absolute())
    if found is None:
        raise EnvironmentProblem("backup_unknown", path=str(arguments.source))
    # a folder that is not there yet is what a new machine has
    folder = paths.data_folder(arguments.data)
    if arguments.dry_run:
        require_may_become_writable(folder)
        lines = [*plan_lines(plan_restore(found, folder), moment), words.DRY]
    else:
        require_short(folder, LONGEST)
        try:
            done = bring_back(found, RestoreContext(folder, SystemClock()))
        except KeyboardInterrupt as stopped:
            # it may have come after the last step
            raise Interrupted(commands.INTERRUPTED_RESTORE) from stopped
        lines = [*plan_lines(done.plan, moment), *restored_lines(done, moment)]
    print_line(chosen_backup(str(found.database if found.bare else found.folder)))
    for line in lines:
        print_line(line)
    return 0


def salvage(arguments: argparse.Namespace) -> int:
    """Make a new folder from the verifiable part of damaged data, and list the rest."""
    from desktop_app.printing.files import keep_file
    from desktop_app.storage.file.folder import WorkContext
    from desktop_app.storage.salvage.salvage import REPORT, copy_files
    from desktop_app.storage.salvage.salvage import salvage as make
    from desktop_app.wiring import SystemClock
    from desktop_app.words.salvage_lines import report_text

    folder, target = folder_of(arguments), arguments.output.absolute()
    text = report_text(make(folder, target, WorkContext(SystemClock()), progress()), moment)
    copy_files(folder, target)
    keep_file(target / REPORT, text.encode())
    print_line(text.rstrip())
    print_line(commands.salvaged(str(target)))
    return 0


# ---- inside


def moment(instant: str) -> str:
    """Format an instant as Jalali day and time; a dash for none."""
    try:
        day, time = local_moment(instant)
    except ValueError:
        return "–"
    return f"{format_date(day)} {persian_time(time)}"


def _line(one: Backup) -> str:
    when, size = moment(one.made_at), words.size(one.size)
    found = words.verdict(one.verdict, one.flaw.value if one.flaw else "", one.detail, len(one.lost))
    return words.line(one.folder.name, when, one.kind.value, size, found)


def _list(found: Sequence[Backup]) -> None:
    for one in found:
        print_line(_line(one))
    if not found:
        print_line(words.NONE_FOUND)


def _plain(one: Backup) -> dict[str, object]:
    return {**asdict(one), "folder": str(one.folder), "size": one.size, "flaw": one.flaw.value if one.flaw else None}
