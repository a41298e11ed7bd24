"""Records of a version converted to the lines of its paper, with names and formatted days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop_app.domain.calendar.clock import iso
from desktop_app.domain.documents.documents import (
    AgendaLine,
    AttendanceLine,
    DeadlineLine,
    EffectLine,
    FollowUpLine,
    Letterhead,
    MeetingFacts,
    PartyLine,
    QuorumLine,
    ResolutionLine,
    SignerLine,
)
from desktop_app.domain.documents.settings import OfficeSettings
from desktop_app.domain.papers import class_if_higher
from desktop_app.domain.read_models.sheets import FollowUp, Names, PreviousMeeting
from desktop_app.domain.rules.attendance import QuorumRule, presiding_seat, quorum, seated_person, secretary_seat
from desktop_app.domain.rules.committee import Party
from desktop_app.domain.rules.meetings import AgendaItem, Attendance, Meeting
from desktop_app.domain.rules.members import SeatRole
from desktop_app.domain.rules.minutes import Clause, ClauseEffect, Deliberation, ItemDisposition, MinutesVersion, Signer
from desktop_app.domain.text.digits import persian_digits, persian_time
from desktop_app.services.follow_up.deadline_course import DueDays

TIME_GAP = "…"
"""Where the closing sentence has this mark, the paper has the time at which the session ended."""


def split_lines(text: str) -> tuple[str, ...]:
    """Split a text that is typed one entry a line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def closing_words(closing: str, ended_at: str) -> str:
    """Return the closing sentence with the end time filled in."""
    return closing.replace(TIME_GAP, persian_time(ended_at), 1) if ended_at else closing


def party_lines(parties: Sequence[Party]) -> tuple[PartyLine, ...]:
    """Parties as papers name them, in the order given."""
    return tuple(PartyLine(name=one.name, short_name=one.brief_name) for one in parties)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """One version with all records that its lines are built from."""

    version: MinutesVersion
    meeting: Meeting
    parties: tuple[Party, ...]
    attendance: tuple[Attendance, ...]
    roles: Mapping[int, SeatRole]
    names: Names
    due: DueDays
    effects: tuple[ClauseEffect, ...] = ()
    targets: Mapping[int, str] = field(default_factory=dict)
    """The number of each resolution that the effects act on, by its id."""
    fates: Mapping[int, ItemDisposition] = field(default_factory=dict)
    """What the version decided of agenda items without text, by the id of the item."""
    origins: Mapping[int, int] = field(default_factory=dict)
    """The number of the meeting that did not reach an agenda item, by its id."""

    def party_place(self, party_id: int) -> int:
        """Index of a party on the paper: 0 governorate, 1 Center."""
        return [party.id for party in self.parties].index(party_id)

    def party_lines(self) -> tuple[PartyLine, ...]:
        """The parties in paper order."""
        return party_lines(self.parties)

    def letterhead(self, settings: OfficeSettings) -> Letterhead:
        """The three columns of the letterhead; the number is written by hand later."""
        attachments = len(split_lines(self.version.attachments))
        return Letterhead(
            parties=settings.letterhead or tuple(party.name for party in self.parties),
            invocation=settings.invocation,
            day=iso(self.meeting.day),
            attachment=persian_digits(str(attachments)) if attachments else "",
            classification=self.version.classification,
            urgency=self.version.urgency,
            logo=settings.logo,
        )

    def facts(self, previous: PreviousMeeting | None) -> MeetingFacts:
        """The table of meeting facts; chair and secretary are the persons present on their seats, unless typed."""
        chair, secretary = presiding_seat(self.attendance, self.roles), secretary_seat(self.attendance, self.roles)
        return MeetingFacts(
            number=self.meeting.number or 0,
            day=iso(self.meeting.day),
            began_at=self.meeting.began_at,
            ended_at=self.meeting.ended_at,
            place=self.meeting.place,
            chair=self.meeting.chair or (seated_person(chair) if chair else ""),
            secretary=self.meeting.secretary or (seated_person(secretary) if secretary else ""),
            kind=self.meeting.kind.value,
            previous_number=previous.number if previous else None,
            previous_day=iso(previous.day) if previous else "",
        )

    def seat(self, row: Attendance) -> AttendanceLine:
        """One seat of the attendance table."""
        return AttendanceLine(
            name=row.name,
            post=row.post,
            party=self.party_place(row.party_id),
            state=row.state.value,
            substitute=row.substitute_name,
            letter_number=row.letter_number,
            letter_day=iso(row.letter_day),
            arrived_at=row.arrived_at,
            left_at=row.left_at,
        )

    def quorum(self, rule: QuorumRule) -> QuorumLine:
        """The quorum line of the meeting."""
        found = quorum(self.attendance, [party.id for party in self.parties], rule)
        return QuorumLine(
            met=found.met,
            present=found.present,
            filled=found.filled,
            needed=found.needed,
            parties=tuple((party.present, party.filled) for party in found.parties),
        )

    def resolution(self, clause: Clause, number: str, upstream: str) -> ResolutionLine:
        """One resolution with the names of its units and owner."""
        deadline = clause.deadline
        return ResolutionLine(
            number=number,
            text=clause.text,
            kind=clause.kind.value,
            axis=self.names.axis(clause.axis_id),
            executor=self.names.unit(clause.executor_unit_id),
            cooperating=() if clause.all_units else tuple(self.names.unit(one) for one in clause.cooperating),
            all_units=clause.all_units,
            owner=self.names.owner(clause.owner_unit_id, clause.owner_person_id),
            deadline=DeadlineLine(
                kind=deadline.kind.value,
                due=iso(self.due.of(deadline)),
                count=deadline.count,
                unit=deadline.unit.value,
                base=deadline.base.value,
            ),
            adoption=clause.adoption.value,
            reservation=clause.reservation,
            votes_for=clause.votes_for,
            votes_against=clause.votes_against,
            upstream=upstream,
            own_class=class_if_higher(clause.classification, self.version.classification),
            effects=self.effect_lines(clause),
        )

    def effect_lines(self, clause: Clause) -> tuple[EffectLine, ...]:
        """The effects of a clause on resolutions of earlier meetings."""
        return tuple(
            EffectLine(kind=one.kind.value, number=self.targets[one.resolution_id], day=iso(one.day))
            for one in self.effects
            if one.clause_id == clause.id
        )

    def agenda_line(self, item: AgendaItem, talk: Sequence[Deliberation], clauses: Sequence[Clause]) -> AgendaLine:
        """One agenda item with its deliberations and its clauses that are not resolutions."""
        notes = [clause for clause in clauses if clause.agenda_item_id == item.id and not clause.is_resolution]
        effects = tuple(self.effect_lines(note) for note in notes)
        written = {one.agenda_item_id for one in clauses} | {one.agenda_item_id for one in talk}
        fate = self.fates.get(item.id) if item.id not in written else None
        return AgendaLine(
            title=item.title,
            presenter=item.presenter,
            talk=tuple((said.speaker, said.text) for said in talk if said.agenda_item_id == item.id),
            notes=tuple(note.text for note in notes),
            note_effects=effects if any(effects) else (),
            origin=self.origins.get(item.id, 0),
            fate=fate.kind.value if fate is not None else "",
            fate_reason=fate.reason if fate is not None else "",
        )

    def signer(self, signer: Signer) -> SignerLine:
        """One place for the pen."""
        return SignerLine(
            name=signer.name,
            post=signer.post,
            party=self.party_place(signer.party_id),
            substitute_for=signer.substitute_for,
        )


def follow_up_line(row: FollowUp) -> FollowUpLine:
    """One earlier resolution of the follow-up report."""
    return FollowUpLine(
        number=row.number,
        text=row.text,
        executor=row.executor,
        due=iso(row.due),
        state=row.course.state.value,
        percent=row.course.percent,
        late=row.late,
        last_action=row.last_action,
        own_class=row.own_class,
    )
