"""Upstream decisions and the resolutions that answer them: cited or linked, counted once, with the lag of the first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Outcome
from desktop_app.domain.read_models.listing import Filter, FilterKey, ListQuery
from desktop_app.domain.read_models.upstream import UpstreamView
from desktop_app.domain.rules.clauses import UpstreamDecision, lag_days
from desktop_app.services import lists
from desktop_app.services.follow_up.upstream import bodies, link_upstream, linkable, unlink_upstream, upstream_sheet
from desktop_app.services.history.undo import redo, rows_to_undo, undo
from desktop_app.services.minutes.clauses import add_upstream
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office
from tests.storage.asked import statements

NOTIFIED = UpstreamDecision(title="سند آمادگی", body="مرکز ملی", notification_day=MONDAY - timedelta(days=40))


def ids(office: Office, view: UpstreamView = UpstreamView.ALL, *filters: Filter, search: str = "") -> tuple[int, ...]:
    return lists.UPSTREAM.ids(office.context, ListQuery(view=view, filters=filters, search=search))


def numbered(office: Office, **facts: Any) -> list[int]:
    """The resolutions of final minutes; the first cites or has the axis that ``facts`` name."""
    meeting_id = office.held()
    version_id = office.draft(meeting_id)
    office.decide(version_id, office.items(meeting_id)[0], **facts)
    office.decide(version_id, office.items(meeting_id)[0])
    office.finalised(version_id)
    return [one.id for one in office.where("resolutions")]


def test_a_citation_and_a_link_answer_and_the_first_of_them_tells_the_lag(office: Office) -> None:
    decision = add_upstream(office.context, NOTIFIED).id
    cited, other = numbered(office, upstream_id=decision)
    sheet = upstream_sheet(office.context, decision)
    assert [(one.row.id, one.cited, one.link_id) for one in sheet.answers] == [(cited, True, 0)]
    assert (sheet.lag, sheet.waits) == (40, False)
    made = link_upstream(office.context, decision, other)
    (row,) = lists.UPSTREAM.rows(office.context, [decision])
    assert (row.answer_count, row.lag) == (2, 40)
    assert [one.link_id for one in upstream_sheet(office.context, decision).answers] == [0, made.id]
    link_upstream(office.context, office.upstream, other)
    (unnotified,) = lists.UPSTREAM.rows(office.context, [office.upstream])
    assert (unnotified.answer_count, unnotified.lag) == (1, None), "one resolution answers several decisions"


def test_the_lag_is_counted_both_ways_and_needs_both_days() -> None:
    day = date(2023, 5, 1)
    assert lag_days(day, day + timedelta(days=3)) == 3
    assert lag_days(day, day - timedelta(days=2)) == -2
    assert lag_days(None, day) is lag_days(day, None) is None


def test_what_answers_already_has_no_number_or_only_cites_is_refused(office: Office) -> None:
    decision = add_upstream(office.context, NOTIFIED).id
    cited, other = numbered(office, upstream_id=decision)
    with refused("upstream_cited", "resolution"):
        link_upstream(office.context, decision, cited)
    link_upstream(office.context, decision, other)
    with refused("upstream_linked_already", "resolution"):
        link_upstream(office.context, decision, other)
    with refused("upstream_only_cited", "resolution"):
        unlink_upstream(office.context, decision, cited)
    with refused("upstream_link_unchosen", "resolution"):
        link_upstream(office.context, decision, 0)
    office.clock.forward(days=28)
    draft = office.draft(office.held(MONDAY + timedelta(days=28)))
    meeting = office.get("versions", draft).meeting_id
    office.decide(draft, office.items(meeting)[0])
    unnumbered = office.where("resolutions")[-1].id
    assert [row.id for row in linkable(office.context, decision)] == []
    with refused("upstream_link_unnumbered", "resolution"):
        link_upstream(office.context, decision, unnumbered)


def test_what_was_notified_and_has_no_answer_waits_until_it_is_linked(office: Office) -> None:
    decision = add_upstream(office.context, NOTIFIED).id
    axis = Filter(FilterKey.AXIS, str(office.axes[0]))
    answering, _ = numbered(office, axis_id=office.axes[0])
    assert ids(office, UpstreamView.UNANSWERED) == ids(office, UpstreamView.NOTIFIED) == (decision,)
    assert set(ids(office)) == {decision, office.upstream}
    assert ids(office, UpstreamView.ALL, axis) == ()
    link_upstream(office.context, decision, answering)
    assert ids(office, UpstreamView.UNANSWERED) == ()
    assert ids(office, UpstreamView.ALL, axis) == (decision,)
    assert ids(office, UpstreamView.ALL, Filter(FilterKey.AXIS, str(office.axes[1]))) == ()
    assert ids(office, search="امادگي") == (decision,)
    assert lists.UPSTREAM.view_counts(office.context) == {"all": 2, "unanswered": 0, "notified": 1}
    assert bodies(office.context) == ("شورای عالی", "مرکز ملی")


def test_a_link_is_taken_off_undone_and_done_again_and_its_row_is_kept(office: Office) -> None:
    decision = add_upstream(office.context, NOTIFIED).id
    _, other = numbered(office)
    link = link_upstream(office.context, decision, other).id
    off = unlink_upstream(office.context, decision, other)
    assert upstream_sheet(office.context, decision).answers == ()
    assert office.get("upstream_links", link).removed_on == office.clock.today()
    back = undo(office.context, rows_to_undo(off.written))
    assert len(upstream_sheet(office.context, decision).answers) == 1
    redo(office.context, rows_to_undo(back.written))
    assert upstream_sheet(office.context, decision).answers == ()
    link_upstream(office.context, decision, other)
    with pytest.raises(RuleBroken, match="upstream_linked_already"):
        undo(office.context, rows_to_undo(off.written))


def test_a_new_decision_may_be_undone_until_something_refers_to_it(office: Office) -> None:
    made: Outcome = add_upstream(office.context, NOTIFIED)
    undo(office.context, rows_to_undo(made.written))
    assert office.where("upstream", id=made.id) == ()
    again = add_upstream(office.context, replace(NOTIFIED, title="سند دیگر"))
    _, other = numbered(office)
    link_upstream(office.context, again.id, other)
    with pytest.raises(RuleBroken, match="upstream_in_use"):
        undo(office.context, rows_to_undo(again.written))


def test_reading_costs_the_same_for_one_decision_and_for_many(office: Office) -> None:
    def cost() -> int:
        with office.open_work() as work, statements(work) as asked:
            work.upstream_rows.fetch(work.upstream_rows.ids())
        return len(asked)

    few = cost()
    for place in range(20):
        add_upstream(office.context, replace(NOTIFIED, title=f"سند {place}"))
    assert cost() == few
