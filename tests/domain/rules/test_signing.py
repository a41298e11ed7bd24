"""Which signatures stand, whose are missing, and on which days one may be recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop_app.domain.rules.minutes import MinutesState, MinutesVersion, Signature, Signer
from desktop_app.domain.rules.signing import (
    next_batch,
    require_confirmed,
    require_original,
    require_signing_day,
    require_unsigned,
    signing,
    valid_signatures,
)
from tests.refusing import refused

DAY = date(2023, 5, 1)
VERSION = MinutesVersion(id=1, meeting_id=1, state=MinutesState.FINAL, originals=2)
FIRST, SECOND = (
    Signer(id=key, minutes_version_id=1, ordinal=key, party_id=1, name=f"شخص {key}", post="") for key in (1, 2)
)


def seen(signer: int, original: int, day: date = DAY, *, struck: bool = False, batch: int = 0) -> Signature:
    return Signature(signer_id=signer, original=original, signed_on=day, at="", struck=struck, batch=batch)


def test_the_newest_record_of_a_place_holds() -> None:
    rows = [seen(1, 1), seen(1, 1, struck=True), seen(1, 2), seen(2, 1, struck=True)]
    assert list(valid_signatures(rows)) == [(1, 2)]
    again = [*rows, seen(1, 1, DAY + timedelta(days=1))]
    assert valid_signatures(again)[(1, 1)].signed_on == DAY + timedelta(days=1)


def test_a_signer_has_signed_when_every_original_is_signed() -> None:
    found = signing(VERSION, [FIRST, SECOND], [seen(1, 1), seen(1, 2), seen(2, 2, DAY + timedelta(days=3))])
    assert [(gap.signer, gap.originals) for gap in found.missing] == [(SECOND, (1,))]
    assert found.on_each == (1, 2), "each original is counted by itself"
    assert not found.completed_by([])
    assert found.completed_by([(2, 1)])
    assert signing(VERSION, [FIRST], [seen(1, 1), seen(1, 2)]).completed_by([])


def test_a_paper_without_signers_is_never_signed() -> None:
    assert not signing(VERSION, [], []).completed_by([])


def test_what_one_act_recorded_belongs_together_and_older_rows_stand_alone() -> None:
    rows = [seen(1, 1), seen(2, 1), seen(1, 2, batch=1), seen(2, 2, batch=1)]
    found = signing(VERSION, [FIRST, SECOND], rows)
    assert found.batch_of((1, 1)) == (rows[0],)
    assert found.batch_of((2, 2)) == (rows[2], rows[3])
    assert found.batch_of((3, 1)) == ()
    assert next_batch(rows) == 2
    assert next_batch([]) == 1
    without_one = signing(VERSION, [FIRST, SECOND], [*rows, seen(1, 2, struck=True, batch=2)])
    assert without_one.batch_of((2, 2)) == (rows[3],), "what was struck by itself is no longer of it"


def test_what_would_complete_is_recorded_only_when_that_was_asked() -> None:
    require_confirmed(complete=False, asked=False, count=8)
    require_confirmed(complete=True, asked=True, count=8)
    with refused("signing_completes", count=8):
        require_confirmed(complete=True, asked=False, count=8)


def test_only_final_minutes_wait_for_pens() -> None:
    require_unsigned(VERSION)
    for state in set(MinutesState) - {MinutesState.FINAL}:
        with refused("signature_not_final", state=state):
            require_unsigned(replace(VERSION, state=state))


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (None, "signature_without_day"),
        (DAY - timedelta(days=1), "signature_before_final"),
        (DAY + timedelta(days=6), "signature_ahead"),
    ],
)
def test_a_day_that_cannot_be(day: date | None, key: str) -> None:
    with refused(key, "day"):
        require_signing_day(day, finalised_on=DAY, today=DAY + timedelta(days=5))


def test_a_day_between_and_an_original_that_is_there() -> None:
    for day in (DAY, DAY + timedelta(days=5)):
        assert require_signing_day(day, finalised_on=DAY, today=DAY + timedelta(days=5)) == day
    require_original(2, 2)
    for wrong in (0, 3):
        with refused("original_unknown", "original"):
            require_original(wrong, 2)
