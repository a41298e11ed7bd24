"""Queries of the desk: open resolutions, minutes under way, waiting agenda items, parties that named nobody.

Each is one statement, so that the desk costs the same number of statements after ten years.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.orm import aliased

from desktop_app.domain.read_models.desk import FollowedResolution, MinutesUnderWay, WaitingItem
from desktop_app.domain.rules.meetings import BEGUN
from desktop_app.domain.rules.members import NominationRole
from desktop_app.domain.rules.minutes import EDITABLE, MinutesState
from desktop_app.domain.rules.resolutions import OPEN
from desktop_app.domain.rules.tasks import TaskState
from desktop_app.storage.schema.base import table_of
from desktop_app.storage.schema.committee import NominationRecord, PartyRecord, SeatRecord
from desktop_app.storage.schema.meetings import AgendaItemRecord, MeetingRecord
from desktop_app.storage.schema.minutes import MinutesVersionRecord, PrintingRecord, SignatureRecord, SignerRecord
from desktop_app.storage.schema.resolutions import ResolutionFactsRecord, TaskRecord
from desktop_app.storage.store.resolution_list import UNTOLD
from desktop_app.storage.store.transaction import AnySelect, Transaction, is_shown_version

_REPORTED: Final = sorted({TaskState.REPORTED, TaskState.ACCEPTED})


class DeskQueries:
    """The queries in one unit of work; ``settle`` brings the derived facts up to date first."""

    def __init__(self, transaction: Transaction, settle: Callable[[], None]) -> None:
        self._transaction, self._settle = transaction, settle

    def resolutions(self) -> tuple[FollowedResolution, ...]:
        """Return open resolutions, and those corrected without a new notification, by deadline."""
        self._settle()
        facts, task = table_of(ResolutionFactsRecord).c, TaskRecord
        there = task.resolution_id == facts.resolution_id, task.resting == 0, task.state != TaskState.CANCELLED
        statement = (
            select(
                facts.resolution_id,
                facts.meeting_id,
                facts.state,
                facts.due,
                UNTOLD.label("untold"),
                select(func.count()).where(*there).scalar_subquery().label("tasks"),
                select(func.count()).where(*there, task.state.in_(_REPORTED)).scalar_subquery().label("reported"),
            )
            .where(or_(facts.state.in_(sorted(OPEN)), UNTOLD))
            .order_by(facts.due.nulls_last(), facts.place, facts.resolution_id)
        )
        return tuple(
            FollowedResolution(
                id=row.resolution_id,
                meeting_id=row.meeting_id,
                state=row.state,
                due=row.due,
                untold=bool(row.untold),
                tasks=row.tasks,
                reported=row.reported,
            )
            for row in self._transaction.run(statement)
        )

    def minutes(self, most: int) -> tuple[MinutesUnderWay, ...]:
        """Return drafts of meetings that have begun, and minutes that are final or signed, the newest first.

        Of each state the newest ``most`` are returned, each with the number of all of its state.
        """
        return tuple(
            MinutesUnderWay(
                version_id=row.id,
                meeting_id=row.meeting_id,
                meeting_number=row.number,
                day=row.day,
                state=row.state,
                signatures=row.signed,
                wanted=row.signers * row.originals,
                printed=bool(row.printed),
                every=row.every,
            )
            for row in self._transaction.run(_minutes_under_way(most))
        )

    def items(self, committee_id: int, meeting_id: int | None) -> tuple[WaitingItem, ...]:
        """Return the parked agenda items, and those of one meeting if it is given."""
        item = AgendaItemRecord
        there = (
            item.meeting_id.is_(None)
            if meeting_id is None
            else func.coalesce(item.meeting_id, meeting_id) == meeting_id
        )
        statement = select(item.meeting_id, item.title, item.carried_from_id).where(
            item.committee_id == committee_id, there
        )
        return tuple(
            WaitingItem(parked=row.meeting_id is None, title=row.title, carried=row.carried_from_id is not None)
            for row in self._transaction.run(statement.order_by(item.ordinal, item.id))
        )

    def unnamed_parties(self, committee_id: int) -> tuple[str, ...]:
        """Return the names of the parties that no letter of introduction has named a representative of."""
        party, seat, nomination = PartyRecord, SeatRecord, NominationRecord
        named = (
            select(nomination.id)
            .join(seat, seat.id == nomination.seat_id)
            .where(seat.party_id == party.id, nomination.role == NominationRole.MAIN)
            .where(nomination.letter_day.is_not(None), nomination.person_id.is_not(None))
        )
        statement = select(party.name).where(party.committee_id == committee_id, ~named.exists()).order_by(party.id)
        return tuple(row.name for row in self._transaction.run(statement))


def _minutes_under_way(most: int) -> AnySelect:
    version, meeting = MinutesVersionRecord, MeetingRecord
    written = and_(version.state.in_(sorted(EDITABLE)), meeting.state.in_(sorted(BEGUN)))
    newest_first = (meeting.day.desc(), meeting.id.desc(), version.id.desc())
    under_way = (
        select(
            version.id,
            version.meeting_id,
            meeting.number,
            meeting.day,
            version.state,
            version.originals,
            func.count().over(partition_by=version.state).label("every"),
            func.row_number().over(partition_by=version.state, order_by=newest_first).label("place"),
        )
        .join(meeting, meeting.id == version.meeting_id)
        .where(is_shown_version(version))
        .where(or_(written, version.state.in_([MinutesState.FINAL, MinutesState.SIGNED])))
        .subquery()
    )
    one, signer = under_way.c, SignerRecord
    signers = select(func.count()).where(signer.minutes_version_id == one.id).correlate(under_way)
    printed = select(PrintingRecord.id).where(PrintingRecord.minutes_version_id == one.id).exists()
    return (
        select(
            under_way,
            signers.scalar_subquery().label("signers"),
            _signatures(one).correlate(under_way).scalar_subquery().label("signed"),
            case((printed, 1), else_=0).label("printed"),
        )
        .where(one.place <= most)
        .order_by(one.day.desc(), one.meeting_id.desc(), one.id.desc())
    )


def _signatures(version: Any) -> AnySelect:  # noqa: ANN401 - columns by their names
    """Return the count of the signatures of a version; the newest record of a signer and an original holds."""
    signer, signature, newer = SignerRecord, SignatureRecord, aliased(SignatureRecord)
    later = select(newer.id).where(
        newer.signer_id == signature.signer_id, newer.original == signature.original, newer.id > signature.id
    )
    return (
        select(func.count())
        .select_from(signer)
        .join(signature, signature.signer_id == signer.id)
        .where(signer.minutes_version_id == version.id, signature.original <= version.originals)
        .where(signature.struck == 0, ~later.exists())
    )
