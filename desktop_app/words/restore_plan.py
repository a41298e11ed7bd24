"""Texts of what a restore will do and did, for the window and the command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import Protocol

from desktop_app.words import acts
from desktop_app.words import backups as words
from desktop_app.words.digits import left_to_right, persian

Moment = Callable[[str], str]
"""Day and time of an instant."""


class _Backup(Protocol):
    @property
    def committee_name(self) -> str: ...
    @property
    def made_at(self) -> str: ...
    @property
    def size(self) -> int: ...
    @property
    def last_entry(self) -> int: ...


class _LostAct(Protocol):
    @property
    def at(self) -> str: ...
    @property
    def act(self) -> str: ...
    @property
    def kind(self) -> str: ...


class _Plan(Protocol):
    """Interface of a restore plan, for its texts."""

    @property
    def backup(self) -> _Backup: ...
    @property
    def replaces(self) -> bool: ...
    @property
    def readable(self) -> bool: ...
    @property
    def counted(self) -> bool: ...
    @property
    def other_committee(self) -> str: ...
    @property
    def lost_entries(self) -> int: ...
    @property
    def gained_entries(self) -> int: ...
    @property
    def lost_days(self) -> int: ...
    @property
    def first_lost(self) -> Sequence[_LostAct]: ...
    @property
    def lost_from(self) -> str: ...
    @property
    def lost_to(self) -> str: ...
    @property
    def upgrades_from(self) -> int: ...
    @property
    def files_back(self) -> int: ...
    @property
    def files_lost(self) -> Sequence[str]: ...


class _Restored(Protocol):
    @property
    def plan(self) -> _Plan: ...
    @property
    def safety(self) -> PurePath | None: ...
    @property
    def files_back(self) -> int: ...
    @property
    def set_aside(self) -> Sequence[str]: ...


def chosen_backup(place: str) -> str:
    """Return which backup was selected, when the user gave a folder."""
    return f"پشتیبان برگزیده: «{left_to_right(place)}»"


def plan_lines(plan: _Plan, moment: Moment) -> list[str]:
    """Return what a restore will do, a sentence per line."""
    backup = plan.backup
    lines = [words.plan_of(backup.committee_name, backup.last_entry, moment(backup.made_at), words.size(backup.size))]
    if plan.upgrades_from:
        lines.append(words.upgrades(plan.upgrades_from))
    lines.append(loss(plan, moment))
    lines += [words.lost_act(_named(one), moment(one.at)) for one in plan.first_lost]
    more = plan.lost_entries - len(plan.first_lost)
    lines += [words.and_more(more)] if more else []
    lines += [gained(plan.gained_entries)] if plan.gained_entries else []
    if plan.files_back:
        lines.append(words.files_back(plan.files_back))
    return [*lines, words.files_lost(plan.files_lost)] if plan.files_lost else lines


def _named(one: _LostAct) -> str:
    return f"{acts.act_word(one.act)} – {acts.kind_word(one.kind)}"


def gained(entries: int) -> str:
    """Return how many entries only the backup has."""
    return f"{persian(entries)} رویداد که در دفتر کنونی نیست با این پشتیبان به دفتر برمی‌گردد."


def loss(plan: _Plan, moment: Moment) -> str:
    """Return what will be lost, in one paragraph."""
    if plan.other_committee:
        return words.other_replaced(plan.other_committee, plan.backup.last_entry)
    if plan.lost_entries:
        say = words.lost if plan.counted else words.lost_at_least
        return say(plan.lost_entries, plan.lost_days, moment(plan.lost_from), moment(plan.lost_to))
    damaged = plan.replaces and not plan.readable
    return words.none_lost(plan.backup.last_entry, counted=plan.counted, damaged=damaged)


def restored_lines(done: _Restored, moment: Moment) -> list[str]:
    """Return what a restore did, and where the replaced files are."""
    lines = [words.restored(moment(done.plan.backup.made_at), done.files_back)]
    lines += [words.files_lost(done.plan.files_lost)] if done.plan.files_lost else []
    lines += [words.kept_before(str(done.safety))] if done.safety is not None else []
    named = "" if done.safety is None else done.safety.name
    return [*lines, *(words.set_aside(name) for name in done.set_aside if name != named)]
