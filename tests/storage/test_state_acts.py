"""A version goes to a state only after the act that leads there is recorded, whoever writes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.minutes import MinutesActKind, MinutesState, MinutesVersion
from desktop_app.storage.file.folder import DataFolder
from tests.storage.sample import AT, Sample, act, sign, sign_whole

Run = Callable[[str], None]
WITHOUT_ACT = "guard:state_without_act:minutes_version"
ACT = (
    "INSERT INTO minutes_act (uid, minutes_version_id, kind, at, actor, reason) VALUES ('{0}', 1, '{0}', '"
    + AT
    + "', '', '')"
)


def _refused(foreign: Run, state: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=WITHOUT_ACT):
        foreign(f"UPDATE minutes_version SET state = '{state}' WHERE id = 1")


@pytest.mark.parametrize("state", ["signed", "withdrawn"])
def test_a_final_version_goes_nowhere_without_its_act(
    foreign: Run, data: DataFolder, final: Sample, state: str
) -> None:
    _refused(foreign, state)


def test_the_act_alone_makes_nothing_signed_while_a_name_is_missing(
    foreign: Run, data: DataFolder, final: Sample
) -> None:
    foreign(ACT.format("signed"))
    _refused(foreign, "signed")
    with data.open_write() as work:
        sign(work, final, original=1)
        work.commit()
    _refused(foreign, "signed")
    with data.open_write() as work:
        sign(work, final, original=2)
        (first, second) = work.signatures.where()
        work.signatures.add(replace(second, id=0, struck=True, note="اشتباه"))
        work.commit()
    _refused(foreign, "signed")
    with data.open_write() as work:
        sign(work, final, original=2)
        work.commit()
    foreign("UPDATE minutes_version SET state = 'signed' WHERE id = 1")
    assert first.original == 1


def test_a_paper_that_is_signed_is_not_withdrawn_by_an_act_alone(foreign: Run, data: DataFolder, final: Sample) -> None:
    with data.open_write() as work:
        sign(work, final)
        work.commit()
    foreign(ACT.format("withdrawn"))
    _refused(foreign, "withdrawn")


@pytest.mark.parametrize("state", ["archived", "amended"])
def test_signed_minutes_go_nowhere_without_their_act(foreign: Run, data: DataFolder, final: Sample, state: str) -> None:
    with data.open_write() as work:
        sign_whole(work, final)
        work.commit()
    _refused(foreign, state)


def test_signed_minutes_are_amended_only_by_a_later_version_that_is_final(
    foreign: Run, data: DataFolder, final: Sample
) -> None:
    with data.open_write() as work:
        sign_whole(work, final)
        work.versions.add(MinutesVersion(meeting_id=final.meeting, version=2))
        work.commit()
    foreign(ACT.format("amended"))
    _refused(foreign, "amended")


def test_minutes_are_not_final_without_their_act(foreign: Run, data: DataFolder, draft: Sample) -> None:
    foreign("UPDATE minutes_version SET state = 'review'")
    with pytest.raises(sqlite3.IntegrityError, match=WITHOUT_ACT):
        foreign("UPDATE minutes_version SET state = 'final', snapshot = '{}', finalised_at = '2023-01-30T10:00:00Z'")
    foreign("UPDATE minutes_version SET state = 'draft'")
    _refused(foreign, "dropped")


def test_a_version_begins_as_a_draft(data: DataFolder, final: Sample) -> None:
    with data.open_write() as work:
        text = replace(work.versions.get(final.version), id=0, version=2)
        with pytest.raises(RuleBroken, match="state_without_act"):
            work.versions.add(text)


def test_minutes_from_before_are_archived_by_being_taken_over_alone(data: DataFolder, draft: Sample) -> None:
    with data.open_write() as work:
        version = work.versions.get(draft.version)
        archived = replace(version, state=MinutesState.ARCHIVED)
        with pytest.raises(RuleBroken, match="state_without_act"):
            work.versions.update(archived)
        act(work, version.id, MinutesActKind.ARCHIVED)
        with pytest.raises(RuleBroken, match="state_without_act"):
            work.versions.update(archived)
        act(work, version.id, MinutesActKind.TAKEN_OVER)
        with pytest.raises(RuleBroken, match="state_without_act"):
            work.versions.update(replace(archived, snapshot="{}", content_hash="0" * 64, finalised_at=AT))
        work.versions.update(archived)
        work.commit()
