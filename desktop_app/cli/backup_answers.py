"""Handlers of the commands about backups: make one, list and verify them, restore one."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import paths
from desktop_app.cli.answers import folder_of, view
from desktop_app.cli.interrupting import Interrupted
from desktop_app.cli.streams import progress, say, tell
from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.text.digits import persian_time
from desktop_app.text import commands
from desktop_app.text.office import backup_owners as owners
from desktop_app.text.office import backups as words
from desktop_app.text.office.backup_doubts import RESTORE_REFUSED, file_wrong, verdict
from desktop_app.text.office.restore_plan import picked, plan_lines, restored_lines

if TYPE_CHECKING:
    from desktop_app.domain.read_models.backups import Backup, RestorePlan


def backup(asked: argparse.Namespace) -> int:
    """Make a backup and read all of it; a window may be at work meanwhile. Ends with 1 where it is damaged.

    Whoever breaks off the reading has the backup all the same, and none that is said to be verified.
    """
    from desktop_app.domain.read_models.backups import Flaw, Verdict
    from desktop_app.storage.backup.newest_beside import newest_in
    from desktop_app.storage.backup.office_backups import cautions_of
    from desktop_app.wiring import SystemClock, findings_at_start

    folder = folder_of(asked)
    found = findings_at_start(folder, SystemClock())
    if found:
        tell(f"{words.doubtful(len(found))} [check_found]")
    else:
        with view(asked):
            """Whether there is an office of ours, and a clock that stands wrong told."""
    place = asked.to.absolute()
    beside, before = newest_in(folder / paths.BACKUPS), newest_in(place)
    made = _copied(folder, place, before)
    _tell_whose(made, beside, before)
    # what is wrong with the data themselves was told, and may be kept aside as it is
    of_the_data = bool(found) and made.flaw in (Flaw.SCHEMA, Flaw.UNREADABLE)
    if made.verdict is Verdict.DAMAGED and not of_the_data:
        say(_line(made))
        raise EnvironmentProblem("backups_damaged", count=1)
    say(words.made(str(made.folder), words.size(made.size), made.last_entry))
    for one in made.first_wrong_files:
        tell(f"{file_wrong(one)} [{one.kind.value}]")
    if made.mended:
        tell(words.mended(made.mended))
    if made.doubts and not found:
        # of a large database the start leaves the rows unasked
        tell(f"{words.doubtful(made.doubts)} [check_found]")
    cautions = cautions_of(place, folder)
    told = words.cautions(same_disk=cautions.same_disk, outgrown=cautions.outgrown)
    if told:
        say(told)
    return 0


def backups(asked: argparse.Namespace) -> int:
    """Every backup of a place, each byte of it read. Ends with 1 where one is damaged or its records are wrong, too."""
    from desktop_app.storage.backup.judging import live_contents
    from desktop_app.storage.backup.listing import Verifier, list_backups, list_copies_before_upgrade, verify

    folder = folder_of(asked)
    live = live_contents(folder / paths.DATABASE)
    committee = live.committee if live is not None else ""
    place = folder / paths.BACKUPS if asked.place is None else asked.place.absolute()
    if asked.place is None and not paths.is_folder(folder):
        # a slip in its name must not read as an office without backups
        raise EnvironmentProblem("database_missing", folder=str(folder))
    if asked.place is not None and not paths.is_folder(place):
        raise EnvironmentProblem("backup_place_missing", folder=str(place))
    own = list_copies_before_upgrade(folder, committee) if asked.place is None else ()
    read = Verifier()
    found = [verify(one, committee, read=read) for one in (*list_backups(place, committee), *own)]
    if asked.json:
        say(json.dumps([_plain(one) for one in found], ensure_ascii=False, indent=1))
    else:
        _list(found)
    _require_sound(found)
    return 0


def restore(asked: argparse.Namespace) -> int:
    """Restore a backup into a folder that no window has open, or say what that would do."""
    from desktop_app.domain.read_models.backups import Verdict
    from desktop_app.storage.backup.judging import judge
    from desktop_app.storage.backup.listing import backup_at
    from desktop_app.storage.backup.restoring import RestoreContext
    from desktop_app.storage.backup.restoring import restore as bring_back
    from desktop_app.storage.file.writable import LONGEST, require_may_be, require_short
    from desktop_app.wiring import SystemClock

    found = backup_at(asked.source.absolute())
    if found is None:
        raise EnvironmentProblem("backup_unknown", path=str(asked.source))
    # a folder that is not there yet is what a new machine has
    folder = paths.data_folder(asked.data)
    if asked.dry_run:
        require_may_be(folder)
        with _own_told(found, folder):
            plan = judge(found, folder)
        refused = plan.backup.verdict is Verdict.DOUBTFUL and not asked.with_doubts
        lines = [*_plan(plan), *([RESTORE_REFUSED] if refused else []), words.DRY]
    else:
        require_short(folder, LONGEST)
        with _own_told(found, folder):
            try:
                done = bring_back(found, RestoreContext(folder, SystemClock(), with_doubts=asked.with_doubts))
            except KeyboardInterrupt as stopped:
                # it may have come after the last step
                raise Interrupted(commands.INTERRUPTED_RESTORE) from stopped
        lines = [*_plan(done.plan), *restored_lines(done, moment)]
    say(picked(str(found.database if found.bare else found.folder)))
    for line in lines:
        say(line)
    return 0


# ---- inside


def _copied(folder: Path, place: Path, before: Backup | None) -> Backup:
    """Broken off, it is told what stays there: stored files, or a backup of which not all was read."""
    from desktop_app.storage.backup.newest_beside import newest_in
    from desktop_app.storage.backup.office_backups import copy_closed
    from desktop_app.wiring import SystemClock

    try:
        return copy_closed(folder, place, SystemClock().instant(), progress(), progress())
    except KeyboardInterrupt as stopped:
        there = newest_in(place)
        made = there is not None and (before is None or there.number > before.number)
        raise Interrupted(commands.INTERRUPTED_READING if made else commands.INTERRUPTED_BACKUP) from stopped


def _tell_whose(made: Backup, beside: Backup | None, before: Backup | None) -> None:
    """Tell where the backups so far, beside the data or in the place, are of another committee."""
    if beside is not None and beside.committee not in ("", made.committee):
        tell(f"{owners.other_office_beside(beside.committee_name, made.committee_name)} [other_committee]")
    elif before is not None and before.committee not in ("", made.committee):
        tell(f"{owners.other_office_in_place(before.committee_name, made.committee_name)} [other_committee]")


@contextmanager
def _own_told(found: Backup, folder: Path) -> Iterator[None]:
    """What a restore raises; where the data are another committee's and the backup is the office's own, it says so."""
    try:
        yield
    except EnvironmentProblem as problem:
        from desktop_app.storage.backup.judging import live_contents
        from desktop_app.storage.backup.newest_beside import newest_in

        if problem.key != "backup_other_committee":
            raise
        newest, live = newest_in(folder / paths.BACKUPS), live_contents(folder / paths.DATABASE)
        if newest is None or live is None or newest.committee != found.committee:
            raise
        raise EnvironmentProblem(
            "data_other_committee", office=newest.committee_name, committee=live.committee_name
        ) from problem


def _plan(plan: RestorePlan) -> list[str]:
    from desktop_app.printing.wording.record_words import named_with_class

    return plan_lines(plan, moment, [named_with_class(one.record) for one in plan.first_lost])


def moment(instant: str) -> str:
    """Jalali day and time of an instant; a dash for none."""
    try:
        day, time = local_moment(instant)
    except ValueError:
        return "–"
    return f"{format_date(day)} {persian_time(time)}"


def _line(one: Backup) -> str:
    when, size = moment(one.made_at), words.size(one.size)
    return words.line(one.folder.name, when, one.kind.value, size, one.schema, verdict(one))


def _list(found: Sequence[Backup]) -> None:
    for one in found:
        say(_line(one))
    if not found:
        say(words.NONE_FOUND)


def _require_sound(found: Sequence[Backup]) -> None:
    """Whoever lists them by a script reads no list: what is wrong is told by the code at the end, too."""
    from desktop_app.domain.read_models.backups import Verdict

    count = Counter(one.verdict for one in found)
    if count[Verdict.DAMAGED]:
        raise EnvironmentProblem("backups_damaged", count=count[Verdict.DAMAGED])
    doubted = sum(1 for one in found if one.doubts)
    if doubted:
        raise EnvironmentProblem("backups_doubtful", count=doubted)
    if count[Verdict.DOUBTFUL]:
        raise EnvironmentProblem("backups_lack_files", count=count[Verdict.DOUBTFUL])


def _plain(one: Backup) -> dict[str, object]:
    from desktop_app.cli.plain_findings import plain_finding

    # all of it was just read
    told = {name: value for name, value in asdict(one).items() if name not in ("read_as", "read_at")}
    told |= {
        name: [plain_finding(found, found.name) for found in getattr(one, name)]
        for name in ("first_doubts", "first_wrong_files")
    }
    return {**told, "folder": str(one.folder), "size": one.size, "flaw": one.flaw.value if one.flaw else None}
