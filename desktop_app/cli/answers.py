"""Handlers of commands, and findings as JSON with the record's name or the reason for its absence.

Storage, paper and their libraries are loaded by the command that needs them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.cli.streams import print_data, print_error, print_line
from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.domain.read_models.history import FOLLOWED
from desktop_app.system import paths
from desktop_app.words import commands as words
from desktop_app.words import finding_details
from desktop_app.words.refusals import sentence

if TYPE_CHECKING:
    from desktop_app.domain.read_models.findings import Finding
    from desktop_app.services.office.outside_changes import ShownChange
    from desktop_app.wiring import Office


def plain_finding(found: Finding, name: str) -> dict[str, object]:
    """Return a finding as JSON values; ``nameless`` replaces an empty ``name``.

    It is ``no_record`` for what is none, such as a guard of the schema; ``no_name`` for a kind of records that bears
    none; and ``unreadable`` where the damage took the name, or the data cannot be shown.
    """
    told: dict[str, object] = {key: value for key, value in asdict(found).items() if key != "name"}
    if name:
        return told | {"name": name}
    if not found.id:
        return told | {"nameless": "no_record"}
    return told | {"nameless": "unreadable" if found.subject in FOLLOWED else "no_name"}


MOST_YEARS = 50
MOST_SCALE = 50


def demo(arguments: argparse.Namespace) -> int:
    """Fill an empty folder with demo data."""
    from desktop_app.wiring import SystemClock, build_demo

    if not (0 <= arguments.years <= MOST_YEARS and 1 <= arguments.scale <= MOST_SCALE):
        raise RuleBroken("demo_range", years=MOST_YEARS, scale=MOST_SCALE)
    folder = folder_of(arguments)
    today = arguments.today or SystemClock().today()
    made = build_demo(folder, today, years=arguments.years, scale=arguments.scale, seed=arguments.seed)
    print_line(words.demo_made(str(folder), made.meetings, made.resolutions))
    return 0


def search(arguments: argparse.Namespace) -> int:
    """Print the records with every word; an empty result is not an error."""
    from desktop_app.services import lists

    with view(arguments) as office:
        hits = lists.search(office.context, arguments.query, arguments.limit)
    if arguments.json:
        _print_json([asdict(hit) for hit in hits])
        return 0
    for hit in hits:
        print_line(words.hit(hit.kind, hit.title, " ".join(hit.text.split()), draft=hit.draft, guarded=hit.guarded))
    if not hits:
        print_line(words.NOTHING_FOUND)
    return 0


def check(arguments: argparse.Namespace) -> int:
    """Print every fault in the data, one a line, and their number on standard error."""
    from desktop_app.storage.evidence.value_checks import is_outside_change
    from desktop_app.wiring import SystemClock, check_folder, outside_changes_in
    from desktop_app.words.findings import found_at

    every = check_folder(folder_of(arguments), SystemClock(), arguments.paper)
    outside = [one for one in every if is_outside_change(one)]
    found = [one for one in every if one not in outside]
    if not every:
        # what was recorded last is asked of sound data alone
        with view(arguments):
            pass
    with _names_of(arguments, every) as name_of:
        changes = outside_changes_in(folder_of(arguments), SystemClock(), outside)
        if arguments.json:
            _print_json([*(plain_finding(one, name_of(one)) for one in found), *map(_plain_change, changes)])
        else:
            for one in found:
                print_line(found_at(one.kind, one.subject, one.id, one.detail, name_of(one)))
            for change in changes:
                print_line(_outside_line(change))
    if every:
        raise EnvironmentProblem("check_found", count=len(every), refused=False)
    if not arguments.json:
        print_line(words.CHECK_CLEAN)
    return 0


# ---- inside


def _outside_line(shown: ShownChange) -> str:
    from desktop_app.words import findings as finding_words
    from desktop_app.words.findings import record

    change = shown.change
    told = finding_words.fields(change.kind, shown.fields, known=change.old is not None, inner=shown.inner)
    return words.outside_line(
        finding_details.FINDINGS[change.kind], record(change.table, change.id, shown.name), "؛ ".join(told)
    )


def _plain_change(shown: ShownChange) -> dict[str, object]:
    return {key: value for key, value in asdict(shown.change).items() if key != "seen"} | {"name": shown.name}


@contextmanager
def _names_of(arguments: argparse.Namespace, found: Sequence[Finding]) -> Iterator[Callable[[Finding], str]]:
    """Yield a function that names the record of a finding; empty names when the data cannot be opened."""
    from desktop_app.services.history.history import name_of
    from desktop_app.wiring import SystemClock, view_office

    with ExitStack() as undo:
        context = None
        if found:
            with suppress(EnvironmentProblem):
                context = undo.enter_context(closing(view_office(folder_of(arguments), SystemClock()))).context
        yield lambda one: "" if context is None else name_of(context, one)


def folder_of(arguments: argparse.Namespace) -> Path:
    """Return the data folder; raises for a chosen folder that is missing, instead of making it."""
    place = paths.data_location(arguments.data)
    if place.lost:
        raise EnvironmentProblem("data_place_lost", file=str(place.folder))
    if place.missing:
        raise EnvironmentProblem("data_place_missing", folder=str(place.folder))
    _require_usable(place.folder)
    return place.folder


def _require_usable(folder: Path) -> None:
    """Raise for a folder that cannot be entered or has an invalid name; a missing folder is allowed."""
    try:
        (folder / paths.DATABASE).stat()
    except (FileNotFoundError, NotADirectoryError):
        return
    except (OSError, ValueError) as error:
        raise EnvironmentProblem("place_unusable", folder=str(folder)) from error


@contextmanager
def view(arguments: argparse.Namespace) -> Iterator[Office]:
    """Open the folder for reading; findings and clock doubts are printed but do not stop."""
    from desktop_app.services.office.office_state import require_clock
    from desktop_app.storage.evidence.value_checks import STALE
    from desktop_app.wiring import SystemClock, view_office

    with closing(view_office(folder_of(arguments), SystemClock())) as office:
        damage = [one for one in office.folder.findings if one.kind not in STALE]
        if damage:
            first = damage[0]
            problem = EnvironmentProblem(
                "data_damaged", count=len(damage), kind=first.kind, subject=first.subject, row=first.id
            )
            print_error(f"{sentence(problem)} [{problem.key}]")
            # where the records are wrong nothing is computed from them
            yield office
            return
        if office.folder.findings:
            print_error(f"{words.LISTS_STALE} [lists_stale]")
        _tell_outside(office)
        try:
            require_clock(office.context)
        except RuleBroken as doubt:
            print_error(f"{sentence(doubt)} {words.CLOCK_GONE_ON} [{doubt.key}]")
        yield office


def _tell_outside(office: Office) -> None:
    if office.folder.outside:
        print_error(f"{words.outside(len(office.folder.outside))} [changed_outside]")


@contextmanager
def work_in(arguments: argparse.Namespace) -> Iterator[Office]:
    """Open the folder for writing; refused when the check has findings or the clock is in doubt."""
    from desktop_app.services.office.office_state import confirm_clock, require_clock
    from desktop_app.wiring import SystemClock, open_office

    with closing(open_office(folder_of(arguments), SystemClock())) as office:
        require_sound(office)
        _tell_outside(office)
        try:
            require_clock(office.context)
        except RuleBroken as doubt:
            if not arguments.clock_ok:
                raise
            confirm_clock(office.context)
            print_error(f"{sentence(doubt)} {words.CLOCK_GONE_ON} [{doubt.key}]")
        yield office


def require_sound(office: Office) -> None:
    """Raise when the data are damaged."""
    if office.folder.findings:
        raise EnvironmentProblem("check_found", count=len(office.folder.findings), refused=True)


def _print_json(rows: Sequence[Mapping[str, object]]) -> None:
    print_data(json.dumps(rows, ensure_ascii=False, indent=1))
