"""Derived table for views, filters and order of the lists of resolutions and tasks: one row a resolution.

State, percent, deadline and sort keys are computed from the records; at 100,000 resolutions that cannot be done
for each question. So the unit of work keeps them beside the records, as it keeps the folded text of the search:
:mod:`desktop_app.storage.store.facts_projection` computes again what an act touched, by
:mod:`desktop_app.storage.store.computing`.
Nothing here depends on today: whether a resolution is late is asked of ``due`` when the list is read.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.domain.rules.minutes import ClauseKind
from desktop_app.domain.rules.resolutions import ResolutionState
from desktop_app.storage.schema.base import Record, rule, word

FACTS_VERSION: Final = 2
"""Raised with every change of how these rows are computed (the rules of a course, too), so that old ones are known."""


class ResolutionFactsRecord(Record):
    """The facts of one resolution that has a wording.

    ``place`` is the rank in the list's own order, oldest first. ``clause_id`` is the wording that stands.
    ``waits`` marks a deadline «by the next meeting» whose day came from the table of meetings, not from an event.
    """

    __tablename__ = "resolution_facts"
    __table_args__ = (
        *(Index(None, key, "place") for key in ("title_key", "executor_key", "due", "state_place")),
        *(Index(None, key) for key in ("place", "meeting_id", "clause_id", "executor_unit_id", "facts_version")),
        # exact counts of the saved views are read from this index alone
        Index(None, "state", "due"),
        Index("ix_resolution_facts_waiting", "committee_id", sqlite_where=text("waits = 1")),
        rule("ck_resolution_facts_percent", "percent BETWEEN 0 AND 100"),
    )

    resolution_id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int]
    meeting_id: Mapped[int]
    clause_id: Mapped[int]
    place: Mapped[int]
    year: Mapped[int | None]
    kind: Mapped[ClauseKind] = word(ClauseKind)
    axis_id: Mapped[int | None]
    executor_unit_id: Mapped[int | None]
    party_id: Mapped[int | None]
    owner_unit_id: Mapped[int | None]
    owner_person_id: Mapped[int | None]
    due: Mapped[date | None]
    waits: Mapped[bool]
    state: Mapped[ResolutionState] = word(ResolutionState)
    state_place: Mapped[int]
    percent: Mapped[int]
    title_key: Mapped[str]
    executor_key: Mapped[str]
    facts_version: Mapped[int]
