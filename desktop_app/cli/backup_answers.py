"""Handlers of the commands about backups: make one, list and verify them, restore one."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from desktop_app import paths
from desktop_app.cli.answers import folder_of, view
from desktop_app.cli.streams import say, tell
from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.text.digits import persian_time
from desktop_app.text.office import backups as words

if TYPE_CHECKING:
    from desktop_app.domain.read_models.backups import Backup, RestorePlan


def backup(asked: argparse.Namespace) -> int:
    """Make a backup; a window may be at work meanwhile."""
    from desktop_app.storage.backup.office_backups import copy_closed
    from desktop_app.wiring import SystemClock

    folder = folder_of(asked)
    # whether there is an office of ours, and a clock that stands wrong told
    with view(asked) as office:
        found = office.folder.check_at_start()
    if found:
        tell(f"{words.doubtful(len(found))} [check_found]")
    place = asked.to.expanduser().absolute()
    made = copy_closed(folder, place, SystemClock().instant())
    say(words.made(str(made.folder), words.size(made.size), made.last_entry))
    return 0


def backups(asked: argparse.Namespace) -> int:
    """Every backup of a place, each byte of it read."""
    from desktop_app.storage.backup.judging import live_contents
    from desktop_app.storage.backup.listing import Verifier, list_backups, list_copies_before_upgrade, verify

    folder = folder_of(asked)
    live = live_contents(folder / paths.DATABASE)
    committee = live.committee if live is not None else ""
    place = folder / paths.BACKUPS if asked.place is None else asked.place.expanduser().absolute()
    if asked.place is not None and not paths.is_folder(place):
        raise EnvironmentProblem("backup_place_missing", folder=str(place))
    own = list_copies_before_upgrade(folder, committee) if asked.place is None else ()
    read = Verifier()
    found = [verify(one, committee, read=read) for one in (*list_backups(place, committee), *own)]
    if asked.json:
        say(json.dumps([_plain(one) for one in found], ensure_ascii=False, indent=1))
        return 0
    for one in found:
        told = words.verdict(one.verdict.value, one.flaw.value if one.flaw else "", one.detail)
        say(words.line(one.folder.name, moment(one.made_at), words.size(one.size), one.schema, told))
    if not found:
        say(words.NONE_FOUND)
    return 0


def restore(asked: argparse.Namespace) -> int:
    """Restore a backup into a folder that no window has open, or say what that would do."""
    from desktop_app.storage.backup.judging import judge
    from desktop_app.storage.backup.listing import backup_at
    from desktop_app.storage.backup.restoring import RestoreContext
    from desktop_app.storage.backup.restoring import restore as bring_back
    from desktop_app.wiring import SystemClock

    found = backup_at(asked.source.expanduser().absolute())
    if found is None:
        raise EnvironmentProblem("backup_unknown", path=str(asked.source))
    # a folder that is not there yet is what a new machine has
    folder = paths.data_folder(asked.data)
    if asked.dry_run:
        _say_plan(judge(found, folder))
        say(words.DRY)
        return 0
    done = bring_back(found, RestoreContext(folder, SystemClock()))
    _say_plan(done.plan)
    say(words.restored(moment(found.made_at), done.files_back))
    if done.safety is not None:
        say(words.kept_before(str(done.safety)))
    for name in done.set_aside:
        say(words.set_aside(name))
    return 0


# ---- inside


def moment(instant: str) -> str:
    """Jalali day and time of an instant; empty for none."""
    try:
        day, time = local_moment(instant)
    except ValueError:
        return "–"
    return f"{format_date(day)} {persian_time(time)}"


def _say_plan(plan: RestorePlan) -> None:
    for line in plan_lines(plan):
        say(line)


def plan_lines(plan: RestorePlan) -> list[str]:
    """What a restore would do, a sentence a line."""
    lines = [words.plan_of(moment(plan.backup.made_at), words.size(plan.backup.size))]
    if plan.upgrades_from:
        lines.append(words.upgrades(plan.upgrades_from))
    if plan.lost_entries:
        say_lost = words.lost if plan.readable else words.lost_at_least
        lines.append(say_lost(plan.lost_entries, plan.lost_days, moment(plan.lost_from), moment(plan.lost_to)))
    else:
        lines.append(words.none_lost(moment(plan.backup.made_at), replaces=plan.replaces, readable=plan.readable))
    lines += [words.lost_act(one.subject, one.title, moment(one.at)) for one in plan.first_lost]
    more = plan.lost_entries - len(plan.first_lost)
    lines += [words.and_more(more)] if more else []
    if plan.files_back:
        lines.append(words.files_back(plan.files_back))
    return lines


def _plain(one: Backup) -> dict[str, object]:
    told = asdict(replace(one, folder=one.folder))
    return {**told, "folder": str(one.folder), "size": one.size, "flaw": one.flaw.value if one.flaw else None}
