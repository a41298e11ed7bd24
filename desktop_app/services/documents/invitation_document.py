"""Invitations to a meeting: the invitees, and one letter to each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from desktop_app.domain.calendar.clock import Clock, iso
from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.documents.letter_lines import AddresseeLine, LetterAdditions
from desktop_app.domain.documents.meeting_documents import InvitationDocument
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.invitations import (
    Invitee,
    invitation_agenda,
    key_of_guest,
    key_of_person,
    key_of_substitute,
)
from desktop_app.domain.rules.meetings import BEFORE_INVITING, Attendance, AttendanceState, Guest, Meeting, MeetingState
from desktop_app.domain.rules.members import Nomination, NominationRole, Person, SeatHolder, holds_on
from desktop_app.domain.text.folding import Form, fold
from desktop_app.services.context import Context
from desktop_app.services.documents.letter_document import (
    called_meeting,
    clean_additions,
    imprint_of_letter,
    letterhead_of,
    require_answer_day,
    signatory_of,
    typography_of,
)
from desktop_app.services.documents.minutes_lines import split_lines
from desktop_app.services.follow_up.classes import classes_of, with_highest_class
from desktop_app.services.follow_up.follow_up import count_follow_up, day_of_report, follow_up_of
from desktop_app.services.reading import agenda_of, holders_of, parties_of
from desktop_app.services.versions.versions import version_in_force, wordings
from desktop_app.storage.store.work import Work


def invitation_paper(
    context: Context,
    meeting_id: int,
    additions: LetterAdditions | None = None,
    *,
    only: str = "",
    answer_until: date | None = None,
) -> Paper[InvitationDocument]:
    """Build the invitations to all invitees, or to the one named ``only``; a draft until convening.

    Raises ``RuleBroken``: ``paper_of_cancelled``, ``invitation_to_nobody``, ``invitee_unknown``,
    ``answer_after_meeting``, ``answer_before_letter``.
    """
    with context.read() as work:
        document = invitation_in(work, context, meeting_id, additions, only=only, answer_until=answer_until)
        draft = work.meetings.get(meeting_id).state in BEFORE_INVITING
        return Paper(document, imprint_of_letter(work, context.clock, document.letterhead, draft=draft))


def invitation_in(
    work: Work,
    context: Context,
    meeting_id: int,
    additions: LetterAdditions | None,
    *,
    only: str,
    answer_until: date | None,
) -> InvitationDocument:
    """Build the document of :func:`invitation_paper` inside an act."""
    words = clean_additions(context.paper, additions or LetterAdditions())
    meeting = meeting_not_cancelled(work, meeting_id)
    addressees = _chosen(invited(work, meeting, meeting.day or context.clock.today()), only)
    return invitation_of(work, context.clock, meeting, addressees, words, answer_until)


def invitation_of(
    work: Work,
    clock: Clock,
    meeting: Meeting,
    addressees: tuple[AddresseeLine, ...],
    words: LetterAdditions,
    answer_until: date | None,
) -> InvitationDocument:
    """Build the document from the present records, with the highest class of its agenda; ``words`` are clean."""
    _require_before(meeting, answer_until)
    told_on = day_of_report(meeting, clock)
    # today, not on the day that it invites to; of a meeting that is over it went out on a day that nobody typed
    require_answer_day(words, told_on if told_on == clock.today() else None, answer_until)
    report = count_follow_up(follow_up_of(work, meeting, told_on))
    agenda = agenda_of(work, meeting.id)
    about = wordings(work, [item.resolution_id for item in agenda if item.resolution_id is not None])
    return InvitationDocument(
        committee=work.committees.get(meeting.committee_id).name,
        letterhead=with_highest_class(
            letterhead_of(work, meeting.committee_id, words), *classes_of(work, list(about.values())).values()
        ),
        addressees=addressees,
        meeting=called_meeting(work, meeting),
        agenda=invitation_agenda(agenda),
        open=report.open,
        late=report.late,
        answer_until=iso(answer_until),
        references=split_lines(words.references),
        note=split_lines(words.note),
        signatory=signatory_of(work, meeting.committee_id, told_on, words),
        attachments=split_lines(words.attachments),
        copies_to=split_lines(words.copies_to),
        typography=typography_of(work.settings()),
    )


def invitees(context: Context, meeting_id: int) -> tuple[AddresseeLine, ...]:
    """Return the invitees of the meeting in order, for a choice; raises as :func:`invitation_paper`."""
    with context.read() as work:
        meeting = meeting_not_cancelled(work, meeting_id)
        return _chosen(invited(work, meeting, meeting.day or context.clock.today()), "")


def meeting_not_cancelled(work: Work, meeting_id: int) -> Meeting:
    """Return the meeting; raises ``RuleBroken("paper_of_cancelled")`` for a cancelled one."""
    meeting = work.meetings.get(meeting_id)
    if meeting.state is MeetingState.CANCELLED:
        raise RuleBroken("paper_of_cancelled", field="meeting")
    return meeting


def _require_before(meeting: Meeting, answer_until: date | None) -> None:
    if answer_until is not None and meeting.day is not None and answer_until > meeting.day:
        raise RuleBroken("answer_after_meeting", field="answer_until", day=format_date(meeting.day))


def _chosen(found: Sequence[AddresseeLine], only: str) -> tuple[AddresseeLine, ...]:
    if not found:
        raise RuleBroken("invitation_to_nobody", field="meeting")
    wanted = fold(only, Form.SQUEEZED)
    chosen = tuple(one for one in found if not wanted or fold(one.name, Form.SQUEEZED) == wanted)
    if not chosen:
        raise RuleBroken("invitee_unknown", field="only", name=only)
    return chosen


def invited(work: Work, meeting: Meeting, day: date) -> tuple[AddresseeLine, ...]:
    """Return the addressee lines of :func:`invitees_of`."""
    return tuple(one.line for one in invitees_of(work, meeting, day))


def invitees_of(work: Work, meeting: Meeting, day: date) -> tuple[Invitee, ...]:
    """Return the invitees: members by party and seat, then guests.

    A seat's holder is invited; in place of one who said beforehand that he will not come, the substitute whom he
    named, else the alternate of the seat where there is one.
    """
    version = version_in_force(work, meeting.id)
    rows = work.attendance.where(minutes_version_id=version.id) if version else ()
    marks = {row.seat_id: row for row in rows} if not meeting.began_at else {}
    parties = {party.id: party.name for party in parties_of(work, meeting.committee_id)}
    holders = holders_of(work, meeting.committee_id, day)
    alternates = _alternates(work, holders, day)
    found: list[Invitee] = []
    for holder in holders:
        mark = marks.get(holder.seat_id)
        found.append(_of_seat(holder, mark, alternates.get(holder.seat_id), parties[holder.party_id]))
    guests = work.guests.where(minutes_version_id=version.id) if version else ()
    return (*found, *(_of_guest(guest) for guest in guests))


def _of_guest(guest: Guest) -> Invitee:
    return Invitee(key=key_of_guest(guest.id), line=AddresseeLine(name=guest.name, post=guest.post, guest=True))


def _alternates(work: Work, holders: Sequence[SeatHolder], day: date) -> Mapping[int, Person]:
    """Return each seat's alternate on the day, where the holder has one."""
    seats = {holder.seat_id: holder.person_id for holder in holders}
    nominations = work.nominations.where(seat_id=list(seats), role=NominationRole.ALTERNATE)
    people = {person.id: person for person in work.people.where()}

    def stands_by(one: Nomination) -> bool:
        return holds_on(one, day) and one.person_id != seats[one.seat_id]

    return {one.seat_id: people[one.person_id or 0] for one in nominations if stands_by(one)}


def _of_seat(holder: SeatHolder, mark: Attendance | None, alternate: Person | None, party: str) -> Invitee:
    stand_in, key = "", key_of_person(holder.seat_id, holder.person_id)
    if mark is not None and mark.state is AttendanceState.SUBSTITUTE and mark.substitute_name:
        stand_in, key = mark.substitute_name, key_of_substitute(holder.seat_id, mark.substitute_name)
    elif mark is not None and mark.state in {AttendanceState.EXCUSED, AttendanceState.ABSENT} and alternate:
        stand_in, key = alternate.name, key_of_person(holder.seat_id, alternate.id)
    line = AddresseeLine(
        name=stand_in or holder.name,
        post=holder.title,
        party=party,
        in_place_of=holder.name if stand_in else "",
    )
    return Invitee(key=key, line=line)
