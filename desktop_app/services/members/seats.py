"""Acts on the seats (کرسی) of the parties: add, change, order, archive and restore."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.documents.paper_capabilities import PaperCapabilities, clean_text
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.clauses import move_among
from desktop_app.domain.rules.members import Seat, not_over_on
from desktop_app.services.audit_diff import changes
from desktop_app.services.context import Context
from desktop_app.services.minutes.attendance import refresh_holders
from desktop_app.services.reading import require_seen
from desktop_app.storage.store.work import Work

_CHANGED = Changed.MEMBERS | Changed.MEETINGS | Changed.MINUTES


def _checked(paper: PaperCapabilities, seat: Seat) -> Seat:
    title = clean_text(paper, seat.title, "title").strip()
    if not title:
        raise RuleBroken("seat_without_title", field="title")
    return replace(seat, title=title)


def add_seat(context: Context, seat: Seat) -> Outcome:
    """Add a seat at the end of its party."""
    with context.write() as work:
        party = work.parties.get(seat.party_id)
        last = max((one.ordinal for one in work.seats.where(party_id=party.id)), default=0)
        made = work.seats.add(_checked(context.paper, replace(seat, id=0, ordinal=last + 1, archived_on=None)))
        work.audit("added", "seat", made.id, at=context.clock.instant(), title=made.title)
        return work.record(Outcome(changed=Changed.MEMBERS, id=made.id))


def save_seat(context: Context, seat: Seat, *, seen: Seat | None = None) -> Outcome:
    """Save the title and role of a seat; party, order and archive state stay."""
    with context.write() as work:
        stored = work.seats.get(seat.id)
        require_seen("seat", stored, seen)
        plain = _checked(context.paper, seat)
        changed = replace(stored, title=plain.title, role=plain.role)
        work.seats.update(changed)
        refresh_holders(work, context.clock)
        work.audit("changed", "seat", seat.id, at=context.clock.instant(), **changes(stored, changed))
        return work.record(Outcome(changed=_CHANGED, id=seat.id))


def archive_seat(context: Context, seat_id: int) -> Outcome:
    """Archive a seat from today on; refused for a filled or nominated seat. Its history stays."""
    with context.write() as work:
        seat = work.seats.get(seat_id)
        _require_spare(work, context, seat)
        work.seats.update(replace(seat, archived_on=context.clock.today()))
        refresh_holders(work, context.clock)
        work.audit("archived", "seat", seat_id, at=context.clock.instant(), title=seat.title)
        return work.record(Outcome(changed=_CHANGED, id=seat_id))


def _require_spare(work: Work, context: Context, seat: Seat) -> None:
    held = [one for one in work.nominations.where(seat_id=seat.id) if not_over_on(one, context.clock.today())]
    if held:
        name = work.people.get(held[0].person_id).name if held[0].person_id else seat.title
        raise RuleBroken("seat_in_use", seat_id=seat.id, title=seat.title, name=name)


def require_back(work: Work, context: Context, now: Seat, back: Seat) -> None:
    """Raise ``RuleBroken`` unless a seat can be restored."""
    if now.archived_on is None and back.archived_on is not None:
        _require_spare(work, context, now)


def restore_seat(context: Context, seat_id: int) -> Outcome:
    """Restore an archived seat at its position."""
    with context.write() as work:
        seat = work.seats.get(seat_id)
        work.seats.update(replace(seat, archived_on=None))
        refresh_holders(work, context.clock)
        work.audit("restored", "seat", seat_id, at=context.clock.instant(), title=seat.title)
        return work.record(Outcome(changed=_CHANGED, id=seat_id))


def move_seat(context: Context, seat_id: int, step: int) -> Outcome:
    """Move a seat up (negative) or down in its party; attendance and signatures follow this order.

    The answer says ``Changed.NOTHING`` where the end held it.
    """
    with context.write() as work:
        seat = work.seats.get(seat_id)
        seats = work.seats.where(party_id=seat.party_id)
        living = {one.id for one in seats if one.archived_on is None}
        by_id = {one.id: one for one in seats}
        order = move_among(tuple(by_id), living, seat_id, step)
        if order == tuple(by_id):
            return Outcome(changed=Changed.NOTHING, id=seat_id)
        for ordinal, one_id in enumerate(order, start=1):
            if by_id[one_id].ordinal != ordinal:
                work.seats.update(replace(by_id[one_id], ordinal=ordinal))
        refresh_holders(work, context.clock)
        work.audit("reordered", "seat", seat_id, at=context.clock.instant(), step=step)
        return work.record(Outcome(changed=_CHANGED, id=seat_id))
