"""Lists of meetings and of minutes: pages of rows, read with a few queries.

Resolutions that were not closed on a day are chosen by SQLite: of a decade only a few are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, bindparam, case, exists, func, or_, select
from sqlalchemy.orm import aliased

from desktop_app.domain.documents.snapshots import paper_code
from desktop_app.domain.papers import class_above_usual
from desktop_app.domain.read_models.listing import NO_SCAN, FilterKey, MeetingRow, MeetingView, MinutesRow, MinutesView
from desktop_app.domain.rules.files import SCANS
from desktop_app.domain.rules.in_force import ENDED
from desktop_app.domain.rules.meetings import BEFORE_INVITING, BEGUN, OVER, MeetingKind, MeetingState
from desktop_app.domain.rules.minutes import ALL_SIGNED, EDITABLE, RESOLUTION_KINDS, MinutesState
from desktop_app.domain.rules.resolutions import CLOSING, Resolution
from desktop_app.domain.rules.signing import originals_of
from desktop_app.storage.schema.base import table_of
from desktop_app.storage.schema.meetings import AgendaItemRecord, MeetingRecord
from desktop_app.storage.schema.minutes import (
    ClauseRecord,
    DeliberationRecord,
    MinutesVersionRecord,
    SignatureRecord,
    SignerRecord,
)
from desktop_app.storage.schema.registered_papers import FileLinkRecord, FileRecord
from desktop_app.storage.schema.resolutions import ResolutionActRecord, ResolutionRecord
from desktop_app.storage.store import kinds
from desktop_app.storage.store.list_queries import (
    ASKED,
    Condition,
    Offer,
    SortColumn,
    SqlList,
    all_rows,
    filter_by_ids,
    filter_by_months,
    filter_by_words,
    filter_by_years,
    rank,
    reference_counts,
)
from desktop_app.storage.store.search import SearchTextRecord, contains_word, is_searchable
from desktop_app.storage.store.settings import read_settings
from desktop_app.storage.store.transaction import AnyRow, AnySelect, Transaction, is_shown_version, valid_versions


@cache
def _unclosed() -> AnySelect:
    resolution, act, other = ResolutionRecord, ResolutionActRecord, aliased(ResolutionActRecord)
    known = other.resolution_id == resolution.id, other.day <= bindparam("day")
    last = select(func.max(other.id)).where(*known).correlate(resolution).scalar_subquery()
    closed = exists().where(act.id == last, act.kind.in_(sorted(CLOSING)), act.undoes_id.is_(None))
    return (
        kinds.RESOLUTIONS.statements.select.where(resolution.meeting_id.in_(ASKED))
        .where(resolution.adopted_on.is_not(None))
        .where(~closed)
    )


def unclosed_resolutions(transaction: Transaction, meeting_ids: Sequence[int], day: date) -> tuple[Resolution, ...]:
    """Return adopted resolutions of these meetings that no act has closed up to the day."""
    rows = transaction.run(_unclosed(), {"ids": json.dumps(list(meeting_ids)), "day": day}).mappings().all()
    return tuple(kinds.RESOLUTIONS.entity_of(row) for row in rows)


OFF: Final = frozenset({MeetingState.CANCELLED, MeetingState.POSTPONED})
AHEAD: Final = frozenset(MeetingState) - OVER - OFF
"""States of a meeting that is still to come, or that is going on."""


class MeetingList(SqlList[MeetingRow]):
    """The list of meetings; those without a day come first."""

    kind = "meeting"

    def _offer(self) -> Offer:
        meeting = MeetingRecord
        state = meeting.state
        return Offer(
            views={
                MeetingView.ALL: all_rows,
                MeetingView.AHEAD: lambda: state.in_(sorted(AHEAD)),
                MeetingView.OVER: lambda: state.in_(sorted(OVER)),
                MeetingView.OFF: lambda: state.in_(sorted(OFF)),
            },
            filters={
                FilterKey.STATE: filter_by_words(state, MeetingState),
                FilterKey.KIND: filter_by_words(meeting.kind, MeetingKind),
                FilterKey.YEAR: filter_by_years(meeting.day),
                FilterKey.MONTH: filter_by_months(meeting.day),
            },
            sorts=_meeting_sorts(rank(state, MeetingState)),
            ties=(SortColumn(meeting.id),),
        )

    def _key(self) -> ColumnElement[int]:
        return table_of(MeetingRecord).c.id

    def _among(self, *columns: ColumnElement[Any]) -> AnySelect:
        return select(*columns).select_from(MeetingRecord)

    def _own_order(self) -> tuple[ColumnElement[Any], ...]:
        return (MeetingRecord.day.desc().nulls_first(), MeetingRecord.id.desc())

    def _holding(self, word: str) -> Condition:
        return MeetingRecord.id.in_(_meetings_holding(word))

    def _rows(self, ids: list[int]) -> dict[int, MeetingRow]:
        asked = select(MeetingRecord.__table__, _has_scan().label("scanned")).where(MeetingRecord.id.in_(ids))
        meetings = self._transaction.run(asked).all()
        agenda = reference_counts(self._transaction, AgendaItemRecord.meeting_id, ids)
        versions = valid_versions(self._transaction, ids)
        resolutions = resolution_counts(self._transaction, [row.id for row in versions.values()])
        found = {}
        for row in meetings:
            minutes = versions.get(row.id) if row.state not in BEFORE_INVITING else None
            found[row.id] = MeetingRow(
                id=row.id,
                number=row.number,
                kind=row.kind,
                state=row.state,
                day=row.day,
                starts_at=row.starts_at,
                place=row.place,
                agenda_count=agenda.get(row.id, 0),
                resolution_count=resolutions.get(minutes.id, 0) if minutes else 0,
                minutes_version_id=minutes.id if minutes else None,
                minutes_state=minutes.state if minutes else None,
                lacks_scan=minutes is not None and _is_from_before_records(minutes) and not row.scanned,
            )
        return found


class MinutesList(SqlList[MinutesRow]):
    """The list of minutes: every version is a row.

    A signed version stays signed while its correction is written; one that ended stays to be seen.
    """

    kind = "minutes_version"

    def _offer(self) -> Offer:
        state, meeting = MinutesVersionRecord.state, MeetingRecord
        return Offer(
            views={
                MinutesView.ALL: all_rows,
                MinutesView.IN_HAND: lambda: state.in_(sorted(EDITABLE)),
                MinutesView.AWAITS_PEN: lambda: state == MinutesState.FINAL,
                MinutesView.SIGNED: lambda: and_(state.in_(sorted(ALL_SIGNED)), ~_lacks_scan()),
                MinutesView.ENDED: lambda: state.in_(sorted(ENDED)),
            },
            filters={
                FilterKey.STATE: _in_states,
                FilterKey.KIND: filter_by_words(meeting.kind, MeetingKind),
                FilterKey.MEETING: filter_by_ids(meeting.id),
                FilterKey.YEAR: filter_by_years(meeting.day),
            },
            sorts=_meeting_sorts(rank(state, MinutesState)),
            ties=(SortColumn(MinutesVersionRecord.id),),
        )

    def _key(self) -> ColumnElement[int]:
        return table_of(MinutesVersionRecord).c.id

    def _among(self, *columns: ColumnElement[Any]) -> AnySelect:
        version, meeting = MinutesVersionRecord, MeetingRecord
        of_meeting = meeting.id == version.meeting_id
        told = or_(meeting.state.in_(sorted(BEGUN)), *_has_text())
        return select(*columns).select_from(version).join(meeting, of_meeting).where(is_shown_version(version), told)

    def _own_order(self) -> tuple[ColumnElement[Any], ...]:
        # of one meeting the version begun last comes first
        return (MeetingRecord.day.desc().nulls_first(), MeetingRecord.id.desc(), MinutesVersionRecord.id.desc())

    def _holding(self, word: str) -> Condition:
        table, version = SearchTextRecord, MinutesVersionRecord
        own = select(table.minutes_version_id).where(table.minutes_version_id.is_not(None), contains_word(word))
        shared = select(table.meeting_id).where(
            table.meeting_id.is_not(None), table.minutes_version_id.is_(None), contains_word(word)
        )
        return or_(version.id.in_(own), version.meeting_id.in_(shared))

    def _rows(self, ids: list[int]) -> dict[int, MinutesRow]:
        sample = read_settings(self._transaction).sample
        resolutions = resolution_counts(self._transaction, ids)
        signers = reference_counts(self._transaction, SignerRecord.minutes_version_id, ids)
        signed = signature_counts(self._transaction, ids)
        return {
            row.id: MinutesRow(
                id=row.id,
                meeting_id=row.meeting_id,
                meeting_number=row.number,
                day=row.day,
                version=row.version,
                state=row.state,
                inquorate=bool(row.inquorate),
                resolution_count=resolutions.get(row.id, 0),
                signer_count=signers.get(row.id, 0),
                signed_on_each=tuple(signed.get((row.id, one), 0) for one in originals_of(row.originals)),
                code="" if sample or not row.content_hash else paper_code(row.content_hash),
                guarded=class_above_usual(row.classification, *(row.of_clauses or "").split(",")),
                taken_over=_is_from_before_records(row),
                lacks_scan=_is_from_before_records(row) and not row.scanned,
            )
            for row in self._transaction.run(_minutes_page(ids))
        }


def _is_from_before_records(version: AnyRow) -> bool:
    """Whether the minutes are from before the program was used."""
    return bool(version.state is MinutesState.ARCHIVED and not version.content_hash)


def _has_scan() -> ColumnElement[bool]:
    """Return the condition that the meeting has a file that may be a scan of its signed paper."""
    link, file = FileLinkRecord, FileRecord
    of_meeting = (link.record_uid == MeetingRecord.uid, link.removed_on.is_(None))
    return select(link.id).join(file, file.id == link.file_id).where(*of_meeting, file.type.in_(sorted(SCANS))).exists()


def _lacks_scan() -> ColumnElement[bool]:
    version = MinutesVersionRecord
    return and_(version.state == MinutesState.ARCHIVED, version.content_hash == "", ~_has_scan())


def _in_states(values: Sequence[str]) -> ColumnElement[bool]:
    """Return a filter by states; minutes without a scan match only ``NO_SCAN``."""
    states = [MinutesState(one) for one in values if one != NO_SCAN]
    found = and_(MinutesVersionRecord.state.in_(states), ~_lacks_scan())
    return or_(found, _lacks_scan()) if NO_SCAN in values else found


def _has_text() -> tuple[ColumnElement[bool], ...]:
    """Return conditions, any of which means that a draft has clauses or deliberations."""
    return tuple(
        select(text.id).where(text.minutes_version_id == MinutesVersionRecord.id).exists()
        for text in (ClauseRecord, DeliberationRecord)
    )


def _meeting_sorts(state: ColumnElement[Any]) -> dict[str, tuple[SortColumn, ...]]:
    """Return orders by the meeting's facts and by the rank of a state."""
    return {
        "day": (SortColumn(MeetingRecord.day, may_be_empty=True),),
        "number": (SortColumn(MeetingRecord.number, may_be_empty=True),),
        "state": (SortColumn(state),),
    }


def _minutes_page(ids: list[int]) -> AnySelect:
    version, meeting = MinutesVersionRecord, MeetingRecord
    # a closed meeting no longer says that it was inquorate; its frozen text does
    frozen = case((func.json_valid(version.snapshot) == 1, func.json_extract(version.snapshot, "$.inquorate")), else_=0)
    inquorate = case(
        (meeting.state == MeetingState.INQUORATE, 1), (meeting.state == MeetingState.CLOSED, frozen), else_=0
    )
    clause = ClauseRecord
    classes = select(func.group_concat(clause.classification)).where(clause.minutes_version_id == version.id)
    own = classes.correlate(version).scalar_subquery()
    return (
        select(
            version.id,
            version.meeting_id,
            version.version,
            version.state,
            version.content_hash,
            version.originals,
            version.classification,
            own.label("of_clauses"),
            meeting.number,
            meeting.day,
            inquorate.label("inquorate"),
            _has_scan().label("scanned"),
        )
        .join(meeting, meeting.id == version.meeting_id)
        .where(version.id.in_(ids))
    )


def _meetings_holding(word: str) -> AnySelect:
    """Return the query for meetings that contain a word in their texts, agenda or current minutes."""
    table = SearchTextRecord
    return select(table.meeting_id).where(table.meeting_id.is_not(None), contains_word(word), is_searchable())


def resolution_counts(transaction: Transaction, version_ids: Iterable[int]) -> dict[int, int]:
    """Return the number of resolutions in each version of minutes."""
    clause = ClauseRecord
    statement = (
        select(clause.minutes_version_id, func.count())
        .where(clause.minutes_version_id.in_(list(version_ids)), clause.kind.in_(sorted(RESOLUTION_KINDS)))
        .group_by(clause.minutes_version_id)
    )
    return {row[0]: row[1] for row in transaction.run(statement)}


def signature_counts(transaction: Transaction, version_ids: Iterable[int]) -> dict[tuple[int, int], int]:
    """Return the number of signatures by version and original; the newest row of each signer is valid."""
    signer, signature, newer = SignerRecord, SignatureRecord, aliased(SignatureRecord)
    # the newest record of a signer and an original holds, unless it strikes one out
    later = select(newer.id).where(
        newer.signer_id == signature.signer_id, newer.original == signature.original, newer.id > signature.id
    )
    statement = (
        select(signer.minutes_version_id, signature.original, func.count())
        .join(signature, signature.signer_id == signer.id)
        .where(signer.minutes_version_id.in_(list(version_ids)), signature.struck == 0, ~later.exists())
        .group_by(signer.minutes_version_id, signature.original)
    )
    return {(row[0], row[1]): row[2] for row in transaction.run(statement)}
