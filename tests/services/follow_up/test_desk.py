"""The desk holds what the lists hold, in few statements, after one year and after ten."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.domain.read_models.desk import Desk, DeskGroup, DeskKind, MinutesStep, group_of
from desktop_app.domain.read_models.listing import ListQuery, RegisterView, ResolutionView
from desktop_app.services import lists
from desktop_app.services.context import Context
from desktop_app.services.follow_up.desk import MOST, desk
from desktop_app.words import desk as words
from tests.conftest import DEMO_DAY
from tests.services.office_steps import Office
from tests.statements import counted

MOST_STATEMENTS = 20


@contextmanager
def opened(folder: Path) -> Iterator[Context]:
    """The services' context of a folder on the day of the story."""
    noon = datetime(DEMO_DAY.year, DEMO_DAY.month, DEMO_DAY.day, 12, tzinfo=UTC)
    with closing(wiring.view_office(folder, FixedClock(noon))) as found:
        yield found.context


def kinds(shown: Desk, kind: DeskKind) -> int:
    """How many matters of a kind the desk counts."""
    return sum(line.more or 1 for line in shown.lines if line.kind is kind)


def test_the_counts_are_those_of_the_lists(demo_folder: Path) -> None:
    with opened(demo_folder) as context:
        shown = desk(context, None)
        for kind, view in (
            (DeskKind.LATE, ResolutionView.LATE),
            (DeskKind.DUE, ResolutionView.THIS_WEEK),
            (DeskKind.VERIFY, ResolutionView.AWAITING),
            (DeskKind.UNTOLD, ResolutionView.UNTOLD),
        ):
            assert kinds(shown, kind) == len(lists.RESOLUTIONS.ids(context, ListQuery(view=view))), kind
        unlinked = lists.REGISTERS.ids(context, ListQuery(view=RegisterView.UNLINKED))
        assert kinds(shown, DeskKind.LETTER) == len(unlinked)
    assert kinds(shown, DeskKind.LATE) == 2
    assert shown.count(DeskGroup.LATE) == 2
    assert shown.next_meeting is not None
    assert (shown.next_meeting.number, shown.next_meeting.carried) == (6, 1)
    assert shown.minutes is not None
    assert shown.minutes.following is MinutesStep.PRINTED


def test_lines_stand_in_the_order_of_the_page_and_have_words(demo_folder: Path) -> None:
    with opened(demo_folder) as context:
        shown = desk(context, None)
    order = list(DeskKind)
    assert [order.index(line.kind) for line in shown.lines] == sorted(order.index(line.kind) for line in shown.lines)
    assert all(words.title(line) for line in shown.lines)
    assert {group_of(kind) for kind in DeskKind} == set(DeskGroup)
    units = [line for line in shown.lines if line.kind is DeskKind.UNPLANNED]
    assert len(units) == MOST + 1
    assert words.title(units[-1]) == "و ۷ واحد دیگر بدون برنامه"


@pytest.mark.parametrize("days", [0, 7, 8])
def test_a_backup_is_called_for_after_a_week(demo_folder: Path, days: int) -> None:
    with opened(demo_folder) as context:
        shown = desk(context, DEMO_DAY - timedelta(days=days))
    assert kinds(shown, DeskKind.BACKUP) == (days > 7)


def test_an_office_without_meetings_is_new(office: Office) -> None:
    shown = desk(office.context, None)
    assert shown.is_new
    assert shown.next_meeting is None
    assert shown.minutes is None


def test_the_desk_costs_few_statements(demo_folder: Path) -> None:
    with opened(demo_folder) as context, counted() as found:
        desk(context, None)
    assert len(found.statements) <= MOST_STATEMENTS, "\n".join(sorted(found.statements))


def test_more_years_cost_no_more_statements(tmp_path: Path, demo_folder: Path) -> None:
    wiring.build_demo(tmp_path / "years", DEMO_DAY, years=2)
    costs = []
    for folder in (demo_folder, tmp_path / "years"):
        with opened(folder) as context, counted() as found:
            desk(context, None)
        costs.append(len(found.statements))
    assert costs[0] == costs[1] <= MOST_STATEMENTS
