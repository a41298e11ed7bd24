"""Reader of the meeting page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop_app.domain.calendar.clock import Clock, seconds_between
from desktop_app.domain.read_models.listing import paper_of_line, register_line
from desktop_app.domain.read_models.paper_sheets import PaperRef
from desktop_app.domain.read_models.sheets import AgendaRow, FollowUp, MeetingSheet, PartyAttendance
from desktop_app.domain.rules.attendance import QuorumRule, counts_as_present, is_entered_later, quorum, row_of
from desktop_app.domain.rules.committee import Party
from desktop_app.domain.rules.invitations import InvitationAnswer
from desktop_app.domain.rules.meetings import (
    ATTENDANCE_OPEN,
    FREE_DAY,
    GUESTS_OPEN,
    MEETINGS,
    SHUT,
    AgendaItem,
    Attendance,
    Guest,
    Meeting,
    MeetingAct,
    MeetingState,
)
from desktop_app.domain.rules.minutes import EDITABLE, MinutesVersion
from desktop_app.services.context import Context
from desktop_app.services.follow_up.follow_up import count_follow_up, day_of_report, follow_up_of
from desktop_app.services.paper_links import papers_of
from desktop_app.services.reading import (
    NO_ORIGINS,
    agenda_of,
    holders_of,
    newest_version,
    origins_of,
    parties_of,
    previous_of,
)
from desktop_app.services.registers.invitation_answers import answers_of
from desktop_app.services.registers.invitations import invitee_rows
from desktop_app.services.versions.versions import amendment_number, is_correcting, meeting_of
from desktop_app.storage.store.work import Work

RUNS = frozenset({MeetingState.CONVENED, MeetingState.IN_SESSION})
"""States in which the session begins or ends."""


def meeting_sheet(context: Context, meeting_id: int, before: MeetingSheet | None = None) -> MeetingSheet:
    """Read the page of a meeting; before the first mark its seats come from the nominations.

    ``before`` is the sheet as it stood before an act on this very meeting: letters, answers and the resolutions of
    earlier meetings are taken from it, which no such act changes, unless it has another place among the others since.
    """
    with context.read() as work:
        version = newest_version(work, meeting_id)
        correcting = _correcting(work, version)
        meeting = work.meetings.get(meeting_id) if correcting is None else meeting_of(work, correcting)
        settings = work.settings()
        parties = parties_of(work, meeting.committee_id)
        rows = attendance_of(work, meeting, version)
        reported = _reported(work, context.clock, meeting, before)
        letters, answers = _correspondence(work, meeting_id, before)
        history = work.meeting_acts.where(meeting_id=meeting_id)
        items = agenda_of(work, meeting_id)
        parked = work.agenda.where(committee_id=meeting.committee_id, meeting_id=None)
        origins = origins_of(work, (*items, *parked), before.origins if before is not None else NO_ORIGINS)
        agenda = agenda_rows(work, context.clock, items, version, reported, origins)
        sheet = MeetingSheet(
            meeting=meeting,
            agenda=agenda,
            parked=parked,
            origins=origins,
            attendance=by_party(parties, rows, settings.quorum),
            guests=_guests(work, version),
            quorum=quorum(rows, [party.id for party in parties], settings.quorum),
            minutes_version_id=version.id if version else None,
            minutes_state=version.state if version else None,
            previous=previous_of(work, meeting),
            moves=(),
            history=history,
            follow_up=count_follow_up(reported),
            earlier=tuple(reported),
            planned_minutes=sum(row.item.planned_minutes for row in agenda),
            agenda_editable=False,
            attendance_editable=False,
            guests_editable=False,
            facts_editable=False,
            day_editable=False,
            calendar=work.calendar(),
            entered_later=meeting.state in RUNS and entered_later(context.clock, meeting, history),
            invitees=invitee_rows(work, meeting),
            correcting=amendment_number(work, correcting) if correcting is not None else 0,
            letters=letters,
            answers=answers,
            read_only=not context.writable,
        )
    # of data that are only looked at nothing is offered that would be refused
    return _opened(sheet, version) if context.writable else sheet


def entered_later(clock: Clock, meeting: Meeting, history: Sequence[MeetingAct]) -> bool:
    """Whether the operator must type the session's hours, because it began or ended in the past."""
    begun = [act.at for act in history if act.target is MeetingState.IN_SESSION]
    since = seconds_between(begun[-1], clock.instant()) if begun else 0
    return is_entered_later(meeting, clock.today(), clock.local_time(), since)


def _opened(sheet: MeetingSheet, version: MinutesVersion | None) -> MeetingSheet:
    """Return the sheet with the allowed changes; a correction opens neither agenda nor day."""
    state, correcting = sheet.meeting.state, bool(sheet.correcting)
    live = not correcting and _is_live(sheet.meeting, version)
    return replace(
        sheet,
        moves=tuple(one for one in MeetingState if MEETINGS.allows(state, one)),
        agenda_editable=live,
        attendance_editable=correcting or (live and state in ATTENDANCE_OPEN),
        guests_editable=correcting or (live and state in GUESTS_OPEN),
        facts_editable=correcting or live,
        day_editable=live and state in FREE_DAY,
        invitations_open=state is MeetingState.CONVENED,
    )


def _correcting(work: Work, version: MinutesVersion | None) -> MinutesVersion | None:
    """Return the version if it is the draft of a correction, else None."""
    return version if is_correcting(work, version) else None


def _guests(work: Work, version: MinutesVersion | None) -> tuple[Guest, ...]:
    return work.guests.where(minutes_version_id=version.id) if version is not None else ()


def _correspondence(
    work: Work, meeting_id: int, before: MeetingSheet | None
) -> tuple[tuple[PaperRef, ...], tuple[InvitationAnswer, ...]]:
    """Read the letters about the meeting, and the answers to its invitations in them."""
    if before is not None:
        return before.letters, before.answers
    letters = _letters(work, meeting_id)
    incoming = [paper_of_line(one.line)[0] for one in letters if not one.outgoing]
    return letters, answers_of(work, meeting_id, incoming)


def _letters(work: Work, meeting_id: int) -> tuple[PaperRef, ...]:
    """Read the letters about the meeting, without its invitations."""
    found = papers_of(work, "meeting", meeting_id)
    went = [paper_of_line(one.line)[0] for one in found if one.outgoing]
    links = work.paper_links.where(outgoing_paper_id=went, record_kind="sent_invitation") if went else ()
    invitations = {register_line(one.outgoing_paper_id or 0, outgoing=True) for one in links}
    return tuple(one for one in found if one.line not in invitations)


def _reported(work: Work, clock: Clock, meeting: Meeting, before: MeetingSheet | None) -> tuple[FollowUp, ...]:
    if before is not None and _place(before.meeting) == _place(meeting):
        return before.earlier
    return follow_up_of(work, meeting, day_of_report(meeting, clock))


def _place(meeting: Meeting) -> tuple[object, ...]:
    """The meeting facts that decide which meetings are earlier and the day of the follow-up report."""
    return meeting.number, meeting.day, meeting.state


def _is_live(meeting: Meeting, version: MinutesVersion | None) -> bool:
    return meeting.state not in SHUT and (version is None or version.state in EDITABLE)


def attendance_of(work: Work, meeting: Meeting, version: MinutesVersion | None) -> tuple[Attendance, ...]:
    """Return the attendance rows of a version, or unmarked rows with id 0 before there is one."""
    if version is not None:
        return work.attendance.where(minutes_version_id=version.id)
    if meeting.day is None:
        return ()
    return tuple(row_of(holder, 0) for holder in holders_of(work, meeting.committee_id, meeting.day))


def by_party(parties: Sequence[Party], rows: Sequence[Attendance], rule: QuorumRule) -> tuple[PartyAttendance, ...]:
    """Group the attendance by party, the governorate first."""
    found = []
    for party in parties:
        own = tuple(row for row in rows if row.party_id == party.id)
        found.append(PartyAttendance(party=party, rows=own, present=sum(counts_as_present(row, rule) for row in own)))
    return tuple(found)


def agenda_rows(
    work: Work,
    clock: Clock,
    items: Sequence[AgendaItem],
    version: MinutesVersion | None,
    reported: Sequence[FollowUp],
    origins: Mapping[int, int],
) -> tuple[AgendaRow, ...]:
    """Return the agenda with the text counts, the resolution and the origin of each item."""
    clauses = work.clauses.where(minutes_version_id=version.id) if version else ()
    talk = work.deliberations.where(minutes_version_id=version.id) if version else ()
    fates = work.dispositions.where(minutes_version_id=version.id) if version else ()
    decided = {one.agenda_item_id: one for one in fates}
    about = {row.resolution_id: row for row in reported}

    def row_of_item(item: AgendaItem) -> AgendaRow:
        own = [clause for clause in clauses if clause.agenda_item_id == item.id]
        written = bool(own) or any(said.agenda_item_id == item.id for said in talk)
        return AgendaRow(
            item=item,
            follow_up=about.get(item.resolution_id or 0),
            running_seconds=item.spent_seconds + seconds_between(item.started_at, clock.instant()),
            clause_count=len(own),
            resolution_count=sum(clause.is_resolution for clause in own),
            written=written,
            origin=origins.get(item.id),
            fate=None if written else decided.get(item.id),
        )

    return tuple(row_of_item(item) for item in items)
