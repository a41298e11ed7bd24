"""Lines of the list of backups: two of one minute are told apart by their numbers, all others by their moment."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.controllers.backups.backup_lines import moment, moments_of, place_line
from desktop_app.controllers.recovery.backup_way import found_text
from desktop_app.domain.read_models.backups import Backup, BackupKind, FoundBackups, PassedOver, PlaceState, Verdict
from desktop_app.text.office import backups as words

AT = "2023-05-13T08:00:07Z"
HERE, STICK = Path("backups"), Path("usb")


def backup(number: int, made_at: str = AT, place: Path = HERE) -> Backup:
    return Backup(place / f"{number:06}-20230513T080007Z", number, BackupKind.BY_HAND, made_at)


@pytest.mark.parametrize("later", [AT, "2023-05-13T08:00:59Z"])
def test_two_of_one_minute_are_told_apart(later: str) -> None:
    first, second = backup(2), backup(3, later)
    told = moments_of([first, second])
    assert told[first.database] == words.numbered(moment(AT), 2)
    assert told[second.database] == words.numbered(moment(AT), 3)
    assert "۳" in told[second.database]


def test_what_its_place_or_its_minute_tells_apart_needs_no_number() -> None:
    every = [backup(2), backup(2, place=STICK), backup(3, "2023-05-13T08:01:00Z")]
    assert [moments_of(every)[one.database] for one in every] == [moment(one.made_at) for one in every]


def test_those_of_which_no_moment_is_known_are_told_apart_too() -> None:
    every = [backup(2, ""), backup(3, "")]
    assert len(set(moments_of(every).values())) == 2


def test_copies_that_bear_no_number_get_none() -> None:
    every = [replace(backup(0), bare="dabirkhaneh.db", folder=Path(name)) for name in ("a", "b")]
    assert set(moments_of(every).values()) == {moment(AT)}


def test_guided_recovery_tells_those_that_it_passed_over_apart() -> None:
    told = found_text(FoundBackups(None, (PassedOver(backup(2)), PassedOver(backup(3))))).split("\n")
    assert len(set(told)) == len(told) == 3


@pytest.mark.parametrize(
    ("one", "unread"),
    [
        (backup(2, place=STICK), True),
        (replace(backup(2, place=STICK), read_as=Verdict.DOUBTFUL, read_at=AT), False),
        (replace(backup(2, place=STICK), verdict=Verdict.DAMAGED), False),
        (replace(backup(2, place=STICK), verdict=Verdict.NEWER_SCHEMA), False),
    ],
)
def test_only_one_that_nobody_read_is_said_to_be_unread(one: Backup, unread: bool) -> None:
    line = place_line(PlaceState(STICK, reached=True, backups=(one,)), "")
    assert ("هنوز خوانده نشده" in line) is unread
