"""Minutes that are lost together with their own acts: the rows around them tell whether anybody may write them anew."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.domain.errors import RuleBroken
from desktop_app.services import lists
from desktop_app.services.documents.frozen_minutes import frozen_minutes
from desktop_app.storage.file.database import DATABASE_NAME
from tests.bootstrap.test_backups import no_sample
from tests.storage.conftest import work_context
from tests.storage.past_office import take_over
from tests.storage.recovery.test_lost_states import asked, lose, recover

VERSIONS = "SELECT id, state FROM minutes_version ORDER BY id"
UNKNOWN = ("minutes_version", "minutes_act")


@pytest.fixture
def office(demo_data: Path, tmp_path: Path) -> Path:
    """An office whose minutes are final, signed or corrected."""
    return no_sample(Path(shutil.copytree(demo_data, tmp_path / "office")))


def _lose_all(office: Path, *tables: str) -> None:
    for table in tables:
        lose(office / DATABASE_NAME, table, indexes=True)
    recover(office)


@pytest.mark.parametrize("more", [(), ("signature", "signer"), ("audit",)])
def test_what_was_adopted_signed_or_closed_is_no_draft_again(office: Path, more: tuple[str, ...]) -> None:
    _lose_all(office, *UNKNOWN, *more)
    with closing(wiring.view_office(office, work_context().clock)) as opened, opened.context.read() as work:
        by_meeting: dict[int, set[str]] = {}
        for version in work.versions.where():
            by_meeting.setdefault(version.meeting_id, set()).add(version.state.value)
            if version.content_hash:
                with pytest.raises(RuleBroken, match="minutes_text_lost"):
                    frozen_minutes(work, version)
    states = {row[0]: row[1] for row in asked(office, "SELECT id, state FROM meeting")}
    assert {meeting for meeting in by_meeting if states[meeting] == "closed"}
    for meeting, found in by_meeting.items():
        assert found & ({"signed"} if states[meeting] == "closed" else {"final"})


@pytest.mark.parametrize("more", [(), ("resolution",), ("clause", "deliberation")])
def test_the_list_of_minutes_shows_whatever_was_lost(office: Path, more: tuple[str, ...]) -> None:
    _lose_all(office, *UNKNOWN, *more)
    with closing(wiring.view_office(office, work_context().clock)) as opened:
        ids = lists.minutes_ids(opened.context)
        assert len(lists.minutes_rows(opened.context, ids)) == len(ids)


def test_minutes_that_were_taken_over_are_archived_also_without_their_acts(tmp_path: Path) -> None:
    place = tmp_path / "past"
    take_over(place)
    before = asked(place, VERSIONS)
    _lose_all(place, *UNKNOWN)
    assert asked(place, VERSIONS) == before
