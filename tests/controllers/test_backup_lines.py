"""Sentences of backups on their page and at the foot: the state of both places, and moments in one or two words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.read_models.backups import Backup, BackupFolderState, BackupKind
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.backups.restore_run import moment, short_moment, state_of
from desktop_app.words import backups as words

AT = "2023-05-13T08:00:07Z"
TODAY = date(2023, 5, 13)
HERE, STICK = Path("backups"), Path("usb")


def place(folder: Path, *made: str, reached: bool = True, same_disk: bool = False) -> BackupFolderState:
    backups = tuple(Backup(folder / "000002-20230513T080007Z", 2, BackupKind.BY_HAND, one) for one in made)
    return BackupFolderState(folder, reached, backups, same_disk=same_disk)


@pytest.mark.parametrize(
    ("instant", "told"),
    [
        (AT, words.TODAY),
        ("2023-05-12T08:00:07Z", words.YESTERDAY),
        ("2023-05-11T08:00:07Z", "۱۴۰۲/۰۲/۲۱"),
        ("a moment that is none", "–"),
    ],
)
def test_a_moment_of_today_or_yesterday_takes_one_word(instant: str, told: str) -> None:
    assert short_moment(instant, TODAY).startswith(told)
    assert moment("") == "–"


@pytest.mark.parametrize(
    ("own", "second", "last", "tone"),
    [
        (place(HERE, AT), place(STICK, AT), "", Tone.DONE),
        (place(HERE, AT), None, "", Tone.WARNING),
        (place(HERE), place(STICK, AT), "", Tone.WARNING),
        (place(HERE, AT), place(STICK), "", Tone.WARNING),
        (place(HERE, AT), place(STICK, reached=False), AT, Tone.WARNING),
        (place(HERE, AT), place(STICK, AT, same_disk=True), "", Tone.WARNING),
    ],
)
def test_all_is_well_only_where_both_places_have_one_and_the_second_is_fit(
    own: BackupFolderState, second: BackupFolderState | None, last: str, tone: Tone
) -> None:
    assert state_of(own, second, last, TODAY)[1] is tone


def test_a_second_place_that_is_not_there_is_told_with_what_was_last_made_in_it() -> None:
    told, _tone = state_of(place(HERE, AT), place(STICK, reached=False), AT, TODAY)
    assert told == words.state(short_moment(AT, TODAY), words.second_state(short_moment(AT, TODAY), reached=False))


def test_what_speaks_against_a_place_stands_in_the_sentence() -> None:
    told, _tone = state_of(place(HERE, AT), place(STICK, AT, same_disk=True), "", TODAY)
    assert told.endswith(words.SAME_DISK)
