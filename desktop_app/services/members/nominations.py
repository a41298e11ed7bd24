"""Acts on nominations (معرفی نماینده): a letter names a person for a seat; memberships begin and end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.documents.paper_capabilities import PaperCapabilities, clean_text
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.members_sheet import NominationDraft
from desktop_app.domain.rules import members as rules
from desktop_app.domain.rules.members import Nomination, NominationState, Person
from desktop_app.services.audit_diff import changes
from desktop_app.services.context import Context
from desktop_app.services.members.people import put_person
from desktop_app.services.minutes.attendance import refresh_holders
from desktop_app.services.reading import require_seen
from desktop_app.storage.store.work import Work

NOMINATED = Changed.MEMBERS | Changed.MEETINGS | Changed.MINUTES


def nominate(
    context: Context,
    nomination: Nomination,
    *,
    newcomer: Person | None = None,
    succeeds: bool = False,
) -> Outcome:
    """Enter a nomination: the person is introduced, and a member from ``from_day`` on when given.

    ``newcomer`` is a person who is not known yet and is added in the same act. With ``succeeds`` the holder so far
    ends on the day before; else a seat that is filled at that time is refused.
    """
    draft = NominationDraft(nomination=nomination, newcomer=newcomer, succeeds=succeeds)
    with context.write() as work:
        return work.record(Outcome(changed=NOMINATED, id=enter(work, context, draft).id))


def enter(work: Work, context: Context, draft: NominationDraft) -> Nomination:
    """Enter a nomination inside another act."""
    nomination = draft.nomination
    if draft.newcomer is not None:
        nomination = replace(nomination, person_id=_added(work, context.clock, context.paper, draft.newcomer))
    entered = _taken(context.paper, replace(nomination, id=0, state=rules.state_by_days(nomination)))
    _require_places(work, entered)
    rules.require_sound(entered, _signed_on(work), context.clock.today())
    if draft.succeeds:
        _end_predecessor(work, context.clock, entered)
    _require_free(work, entered)
    made = work.nominations.add(entered)
    work.audit(
        "introduced", "nomination", made.id, at=context.clock.instant(), seat=made.seat_id, person=made.person_id
    )
    refresh_holders(work, context.clock, {made.seat_id})
    return made


def _added(work: Work, clock: Clock, paper: PaperCapabilities, newcomer: Person) -> int:
    try:
        return put_person(work, clock, paper, newcomer).id
    except RuleBroken as broken:
        raise broken.beside("person" if broken.field == "name" else broken.field) from broken


def _taken(paper: PaperCapabilities, nomination: Nomination) -> Nomination:
    return replace(nomination, letter_number=clean_text(paper, nomination.letter_number, "letter_number"))


def _signed_on(work: Work) -> date | None:
    return next((one.signed_on for one in work.memoranda.where()), None)


def _require_places(work: Work, nomination: Nomination) -> None:
    """Raise ``RuleBroken`` unless seat and person exist and are not archived."""
    seat = work.seats.get(nomination.seat_id)
    if seat.archived_on is not None:
        raise RuleBroken("seat_archived", field="seat", title=seat.title)
    if nomination.person_id is None:
        return
    person = work.people.get(nomination.person_id)
    if person.archived_on is not None:
        raise RuleBroken("person_archived", field="person", name=person.name)


def _require_free(work: Work, nomination: Nomination) -> None:
    """Raise ``RuleBroken`` when someone else holds the seat, or the person another seat, at that time."""
    clashing = rules.clash_of_person(nomination, work.nominations.where(person_id=nomination.person_id))
    if clashing is not None and nomination.person_id is not None:
        name = work.people.get(nomination.person_id).name
        if clashing.seat_id == nomination.seat_id:
            raise RuleBroken("person_in_this_seat", field="person", name=name)
        seat = work.seats.get(clashing.seat_id)
        raise RuleBroken("person_in_two_seats", field="person", name=name, seat=seat.title)
    taken_by = rules.clash_in_seat(nomination, work.nominations.where(seat_id=nomination.seat_id))
    if taken_by is not None and taken_by.person_id is not None:
        name = work.people.get(taken_by.person_id).name
        raise RuleBroken("seat_taken", field="from_day", name=name, role=nomination.role)


def _end_predecessor(work: Work, clock: Clock, nomination: Nomination) -> None:
    others = work.nominations.where(seat_id=nomination.seat_id)
    before = rules.predecessor_of(nomination, others)
    if before is not None and nomination.from_day is not None:
        _end(work, clock, rules.ended_before(_running(before), nomination.from_day))


def _running(nomination: Nomination) -> Nomination:
    """Return a nomination as active, so that an end in the future can be moved forward."""
    return replace(nomination, state=NominationState.ACTIVE)


def _end(work: Work, clock: Clock, over: Nomination, reason: str = "") -> None:
    work.nominations.update(over)
    work.audit("ended", "nomination", over.id, at=clock.instant(), last_day=over.to_day, reason=reason.strip())


def begin_membership(context: Context, nomination_id: int, from_day: date, *, succeeds: bool = False) -> Outcome:
    """Make an introduced person a member (عضو) from a day; with ``succeeds`` the earlier holder ends."""
    with context.write() as work:
        stored = work.nominations.get(nomination_id)
        member = rules.as_membership(stored, from_day)
        _require_places(work, member)
        rules.require_sound(member, _signed_on(work), context.clock.today())
        if succeeds:
            _end_predecessor(work, context.clock, member)
        _require_free(work, member)
        work.nominations.update(member)
        work.audit("begun", "nomination", nomination_id, at=context.clock.instant(), from_day=from_day)
        refresh_holders(work, context.clock, {member.seat_id})
        return work.record(Outcome(changed=NOMINATED, id=nomination_id))


def end_membership(context: Context, nomination_id: int, last_day: date, reason: str = "") -> Outcome:
    """End a membership with its last day, which may be in the future; the history stays."""
    with context.write() as work:
        stored = work.nominations.get(nomination_id)
        _end(
            work,
            context.clock,
            rules.with_last_day(stored, last_day),
            clean_text(context.paper, reason, "reason", multiline=True),
        )
        refresh_holders(work, context.clock, {stored.seat_id})
        return work.record(Outcome(changed=NOMINATED, id=nomination_id))


def save_nomination(context: Context, nomination: Nomination, *, seen: Nomination | None = None) -> Outcome:
    """Correct the letter, the role or the days of a nomination; seat, person and state stay as stored."""
    with context.write() as work:
        stored = work.nominations.get(nomination.id)
        require_seen("nomination", stored, seen)
        changed = replace(
            _taken(context.paper, nomination), seat_id=stored.seat_id, person_id=stored.person_id, state=stored.state
        )
        require_back(work, context, stored, changed)
        work.nominations.update(changed)
        work.audit("changed", "nomination", changed.id, at=context.clock.instant(), **changes(stored, changed))
        refresh_holders(work, context.clock, {changed.seat_id})
        return work.record(Outcome(changed=NOMINATED, id=changed.id))


def require_back(work: Work, context: Context, now: Nomination, back: Nomination) -> None:
    """Raise ``RuleBroken`` unless the nomination may get this letter and these days."""
    _require_days(now, back)
    rules.require_sound(back, _signed_on(work), context.clock.today())
    _require_free(work, back)


def _require_days(stored: Nomination, changed: Nomination) -> None:
    """Raise ``RuleBroken`` when a correction would begin or end a membership."""
    if stored.from_day is not None and changed.from_day is None:
        raise RuleBroken("membership_without_beginning", field="from_day")
    if stored.state is NominationState.ENDED and changed.to_day is None:
        raise RuleBroken("membership_without_end", field="to_day")
