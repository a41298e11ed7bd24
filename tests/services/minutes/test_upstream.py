"""The register of upstream decisions: whole, once in whatever spelling, corrected openly."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.rules.clauses import UpstreamDecision
from desktop_app.services.minutes.clauses import add_upstream, save_upstream
from tests.refusing import refused
from tests.services.office_steps import Office
from tests.services.records import Records

PLAN = UpstreamDecision(title="طرح کلان شبکه", body="شورای عالی فضای مجازی", session="۶۶", clause="بند ۳")


def test_a_decision_is_added_and_corrected(office: Office, records: Records) -> None:
    made = add_upstream(office.context, replace(PLAN, title=" طرح كلان شبكه "))
    stored = office.get("upstream", made.id)
    assert stored == replace(PLAN, id=made.id)
    save_upstream(office.context, replace(stored, session="۶۷"))
    assert office.get("upstream", made.id).session == "۶۷"
    assert records.audit[-1][3]["after"] == {"session": "۶۷"}


def test_a_correction_over_another_correction_is_refused(office: Office) -> None:
    made = add_upstream(office.context, PLAN)
    seen = office.get("upstream", made.id)
    save_upstream(office.context, replace(seen, session="۶۷"), seen=seen)
    with refused("changed_elsewhere"):
        save_upstream(office.context, replace(seen, clause="بند ۴"), seen=seen)
    assert office.get("upstream", made.id) == replace(seen, session="۶۷")


@pytest.mark.parametrize(
    ("wrong", "key", "field"),
    [
        (replace(PLAN, title=" "), "upstream_without_title", "title"),
        (replace(PLAN, body=""), "upstream_without_body", "body"),
        (
            replace(PLAN, session_day=date(2020, 9, 15), notification_day=date(2020, 9, 14)),
            "upstream_notified_before_session",
            "notification_day",
        ),
        (replace(PLAN, title="x" * 50_001), "text_too_long", "title"),
        (replace(PLAN, clause="بند ☎"), "glyph_missing", "clause"),
    ],
)
def test_what_cannot_be_cited_is_refused(office: Office, wrong: UpstreamDecision, key: str, field: str) -> None:
    with refused(key, field):
        add_upstream(office.context, wrong)


def test_the_same_decision_stands_once_in_whatever_spelling(office: Office) -> None:
    add_upstream(office.context, PLAN)
    with refused("upstream_twice", "title", title=PLAN.title):
        add_upstream(office.context, replace(PLAN, title="طرح  كلان شبكه"))
    add_upstream(office.context, replace(PLAN, clause="بند ۴"))
