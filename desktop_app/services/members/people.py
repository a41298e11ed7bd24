"""Acts on people: add, change, archive and restore."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.documents.paper_capabilities import PaperCapabilities, clean_text
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.listing import Filter, FilterKey, ListQuery, ResolutionView
from desktop_app.domain.rules.members import Person, not_over_on
from desktop_app.domain.text.folding import Form, fold
from desktop_app.services.audit_diff import changes
from desktop_app.services.context import Context
from desktop_app.services.minutes.attendance import refresh_holders
from desktop_app.services.reading import require_seen
from desktop_app.storage.store.work import Work

_CHANGED = Changed.MEMBERS | Changed.MEETINGS | Changed.MINUTES


def checked_person(work: Work, paper: PaperCapabilities, person: Person) -> Person:
    """Return the cleaned person; raises ``RuleBroken`` without a name, or for a duplicate name and post."""
    plain = replace(
        person,
        name=clean_text(paper, person.name, "name").strip(),
        post=clean_text(paper, person.post, "post"),
        phone=clean_text(paper, person.phone, "phone").strip(),
    )
    if not plain.name:
        raise RuleBroken("person_without_name", field="name")
    for other in work.people.where(archived_on=None):
        if other.id != plain.id and _same(other.name, plain.name) and _same(other.post, plain.post):
            raise RuleBroken("person_twice", field="name", name=other.name)
    return plain


def _same(one: str, other: str) -> bool:
    return fold(one, Form.SQUEEZED) == fold(other, Form.SQUEEZED)


def put_person(work: Work, clock: Clock, paper: PaperCapabilities, person: Person) -> Person:
    """Store a new person inside another act."""
    made = work.people.add(checked_person(work, paper, replace(person, id=0, archived_on=None)))
    work.audit("added", "person", made.id, at=clock.instant(), name=made.name)
    return made


def add_person(context: Context, person: Person) -> Outcome:
    """Add a person."""
    with context.write() as work:
        made = put_person(work, context.clock, context.paper, person)
        return work.record(Outcome(changed=Changed.MEMBERS, id=made.id))


def save_person(context: Context, person: Person, *, seen: Person | None = None) -> Outcome:
    """Save a person's name and post; meetings without final minutes get the new name."""
    with context.write() as work:
        stored = work.people.get(person.id)
        require_seen("person", stored, seen)
        changed = replace(checked_person(work, context.paper, person), archived_on=stored.archived_on)
        work.people.update(changed)
        refresh_holders(work, context.clock)
        work.audit("changed", "person", person.id, at=context.clock.instant(), **changes(stored, changed))
        return work.record(Outcome(changed=_CHANGED, id=person.id))


def archive_person(context: Context, person_id: int) -> Outcome:
    """Archive a person; refused for a seat's holder or nominee, or an owner of open resolutions."""
    with context.write() as work:
        person = work.people.get(person_id)
        _require_spare(work, context, person)
        work.people.update(replace(person, archived_on=context.clock.today()))
        work.audit("archived", "person", person_id, at=context.clock.instant(), name=person.name)
        return work.record(Outcome(changed=Changed.MEMBERS, id=person_id))


def _require_spare(work: Work, context: Context, person: Person) -> None:
    held = [one for one in work.nominations.where(person_id=person.id) if not_over_on(one, context.clock.today())]
    if held:
        seat = work.seats.get(held[0].seat_id)
        raise RuleBroken("person_in_seat", name=person.name, seat=seat.title, seat_id=seat.id)
    owned = ListQuery(filters=(Filter(FilterKey.OWNER_PERSON, str(person.id)),))
    count = work.resolution_rows.view_counts(owned).get(ResolutionView.OPEN, 0)
    if count:
        raise RuleBroken("person_follows_up", name=person.name, count=count)


def require_back(work: Work, context: Context, now: Person, back: Person) -> None:
    """Raise ``RuleBroken`` unless a person can be restored."""
    if now.archived_on is None and back.archived_on is not None:
        _require_spare(work, context, now)
    else:
        checked_person(work, context.paper, back)


def restore_person(context: Context, person_id: int) -> Outcome:
    """Restore an archived person."""
    with context.write() as work:
        person = work.people.get(person_id)
        work.people.update(replace(checked_person(work, context.paper, person), archived_on=None))
        work.audit("restored", "person", person_id, at=context.clock.instant(), name=person.name)
        return work.record(Outcome(changed=Changed.MEMBERS, id=person_id))
