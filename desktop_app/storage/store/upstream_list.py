"""List of upstream decisions: views, filters and orders, and the resolutions that answer each decision."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, func, literal_column, select, union_all

from desktop_app.domain.papers import class_above_usual
from desktop_app.domain.read_models.listing import FilterKey
from desktop_app.domain.read_models.upstream import UpstreamAnswer, UpstreamRow, UpstreamView
from desktop_app.domain.rules.resolutions import ResolutionState, is_counted
from desktop_app.storage.schema.base import table_of
from desktop_app.storage.schema.minutes import ClauseRecord, MinutesVersionRecord
from desktop_app.storage.schema.resolutions import (
    ResolutionFactsRecord,
    ResolutionRecord,
    UpstreamDecisionRecord,
    UpstreamLinkRecord,
)
from desktop_app.storage.store.list_queries import ASKED, Condition, Offer, SortColumn, SqlList, all_rows
from desktop_app.storage.store.resolution_list import resolution_filters
from desktop_app.storage.store.search import SearchTextRecord, contains_word
from desktop_app.storage.store.transaction import AnySelect

_DECISION: Final = table_of(UpstreamDecisionRecord).c
_FACTS: Final = table_of(ResolutionFactsRecord).c
_CLAUSE: Final = table_of(ClauseRecord).c
_LINK: Final = table_of(UpstreamLinkRecord).c
_RESOLUTION: Final = table_of(ResolutionRecord).c
_ADOPTED: Final = _FACTS.state.in_([state for state in ResolutionState if is_counted(state)])


def _pairs() -> Any:  # noqa: ANN401 - a subquery with its columns
    """Each decision with each resolution that answers it; ``link_id`` is 0 where the wording in force cites it."""
    no_link: ColumnElement[int] = literal_column("0").label("link_id")
    cited = (
        select(_CLAUSE.upstream_id, _FACTS.resolution_id, no_link)
        .join(table_of(ResolutionFactsRecord), _FACTS.clause_id == _CLAUSE.id)
        .where(_CLAUSE.upstream_id.is_not(None), _ADOPTED)
    )
    linked = (
        select(_LINK.upstream_id, _LINK.resolution_id, _LINK.id)
        .join(table_of(ResolutionFactsRecord), _FACTS.resolution_id == _LINK.resolution_id)
        .where(_LINK.removed_on.is_(None), _ADOPTED)
    )
    return union_all(cited, linked).subquery("answer")


_ANSWER: Final = _pairs()


class UpstreamList(SqlList[UpstreamRow]):
    """The list of upstream decisions, the last notified first."""

    kind = "upstream_decision"

    def _offer(self) -> Offer:
        notified = _DECISION.notification_day.is_not(None)
        unanswered = _DECISION.id.not_in(select(_ANSWER.c.upstream_id))
        return Offer(
            views={
                UpstreamView.ALL: all_rows,
                UpstreamView.UNANSWERED: lambda: and_(notified, unanswered),
                UpstreamView.NOTIFIED: lambda: notified,
            },
            filters={FilterKey.AXIS: _of_axes},
            sorts={
                "title": (SortColumn(_DECISION.title_key),),
                "notified": (SortColumn(_DECISION.notification_day, may_be_empty=True),),
                "session": (SortColumn(_DECISION.session_day, may_be_empty=True),),
            },
            ties=(SortColumn(_DECISION.id),),
        )

    def answers(self, upstream_id: int) -> tuple[UpstreamAnswer, ...]:
        """Return the resolutions that answer a decision, the first adopted first."""
        self._settle()
        rows = self._transaction.run(_ANSWERS_OF, {"ids": json.dumps([upstream_id])})
        return tuple(
            UpstreamAnswer(
                resolution_id=row.resolution_id,
                number=row.number,
                adopted_on=row.adopted_on,
                state=row.state,
                text=row.text,
                guarded=class_above_usual(row.classification, row.of_minutes),
                cited=not row.first_link,
                link_id=row.last_link,
            )
            for row in rows
        )

    def _key(self) -> ColumnElement[int]:
        return _DECISION.id

    def _among(self, *columns: ColumnElement[Any]) -> AnySelect:
        return select(*columns).select_from(UpstreamDecisionRecord)

    def _own_order(self) -> tuple[ColumnElement[Any], ...]:
        return (_DECISION.notification_day.desc().nulls_last(), _DECISION.id.desc())

    def _holding(self, word: str) -> Condition:
        table = SearchTextRecord
        return _DECISION.id.in_(select(table.record_id).where(table.kind == self.kind, contains_word(word)))

    def _rows(self, ids: list[int]) -> dict[int, UpstreamRow]:
        rows = self._transaction.run(_PAGE, {"ids": json.dumps(ids)}).mappings()
        return {row["id"]: UpstreamRow(**row) for row in rows}


def _of_axes(values: Sequence[str]) -> Condition:
    """Whether a resolution of these axes, or of their sub-axes, answers it."""
    facts = table_of(ResolutionFactsRecord)
    answers = select(_ANSWER.c.upstream_id).join(facts, facts.c.resolution_id == _ANSWER.c.resolution_id)
    return _DECISION.id.in_(answers.where(resolution_filters()[FilterKey.AXIS](values)))


def _page() -> AnySelect:
    names = ("id", "title", "body", "session", "session_day", "notification_number", "notification_day", "clause")
    return (
        select(
            *(_DECISION[name] for name in names),
            func.count(_ANSWER.c.resolution_id.distinct()).label("answer_count"),
            func.min(_RESOLUTION.adopted_on).label("first_on"),
        )
        .select_from(UpstreamDecisionRecord)
        .outerjoin(_ANSWER, _ANSWER.c.upstream_id == _DECISION.id)
        .outerjoin(ResolutionRecord, _RESOLUTION.id == _ANSWER.c.resolution_id)
        .where(_DECISION.id.in_(ASKED))
        .group_by(_DECISION.id)
    )


def _answers_of() -> AnySelect:
    version = table_of(MinutesVersionRecord)
    return (
        select(
            _ANSWER.c.resolution_id,
            _RESOLUTION.number,
            _RESOLUTION.adopted_on,
            _FACTS.state,
            _CLAUSE.text,
            _CLAUSE.classification,
            version.c.classification.label("of_minutes"),
            func.min(_ANSWER.c.link_id).label("first_link"),
            func.max(_ANSWER.c.link_id).label("last_link"),
        )
        .select_from(_ANSWER)
        .join(ResolutionRecord, _RESOLUTION.id == _ANSWER.c.resolution_id)
        .join(ResolutionFactsRecord, _FACTS.resolution_id == _ANSWER.c.resolution_id)
        .join(ClauseRecord, _CLAUSE.id == _FACTS.clause_id)
        .join(version, version.c.id == _CLAUSE.minutes_version_id)
        .where(_ANSWER.c.upstream_id.in_(ASKED))
        .group_by(_ANSWER.c.resolution_id)
        .order_by(_RESOLUTION.adopted_on, _FACTS.place)
    )


_PAGE: Final = _page()
_ANSWERS_OF: Final = _answers_of()
