"""Acts on units (واحد): add, change, move in the tree, order, archive and restore."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.documents.paper_capabilities import PaperCapabilities, clean_text
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules import units as rules
from desktop_app.domain.rules.clauses import move_among
from desktop_app.domain.rules.members import Unit
from desktop_app.domain.text.typed_texts import texts_of, with_texts
from desktop_app.services.audit_diff import changes
from desktop_app.services.context import Context
from desktop_app.services.members.members_sheet import count_open_tasks
from desktop_app.services.reading import require_seen
from desktop_app.storage.store.work import Work

_CHANGED = Changed.MEMBERS | Changed.MINUTES | Changed.RESOLUTIONS | Changed.TASKS


def _checked(work: Work, paper: PaperCapabilities, unit: Unit) -> Unit:
    """Return the cleaned unit; a child has the kind of its parent."""
    texts = {name: clean_text(paper, text, name) for name, text in texts_of(unit).items()}
    plain = with_texts(unit, texts | {"name": texts["name"].strip()})
    siblings = work.units.where(party_id=plain.party_id)
    if plain.parent_id is not None:
        parent = work.units.get(plain.parent_id)
        rules.require_parent(plain, parent)
        rules.require_no_circle(plain.id, plain.parent_id, siblings)
        plain = replace(plain, kind=parent.kind)
    rules.require_sound(plain, work.parties.get(plain.party_id).code)
    rules.require_name_free(plain, siblings)
    return plain


def add_unit(context: Context, unit: Unit) -> Outcome:
    """Add a unit at the end of its party."""
    with context.write() as work:
        last = max((one.ordinal for one in work.units.where(party_id=unit.party_id)), default=0)
        made = work.units.add(_checked(work, context.paper, replace(unit, id=0, ordinal=last + 1, archived_on=None)))
        work.audit("added", "unit", made.id, at=context.clock.instant(), name=made.name)
        return work.record(Outcome(changed=_CHANGED, id=made.id))


def save_unit(context: Context, unit: Unit, *, seen: Unit | None = None) -> Outcome:
    """Save the names, head, liaison, contact, kind and parent of a unit; party, order and archive state stay."""
    with context.write() as work:
        stored = work.units.get(unit.id)
        require_seen("unit", stored, seen)
        given = replace(unit, party_id=stored.party_id, ordinal=stored.ordinal, archived_on=stored.archived_on)
        changed = _checked(work, context.paper, given)
        work.units.update(changed)
        if changed.kind is not stored.kind:
            _spread_kind(work, changed)
        work.audit("changed", "unit", unit.id, at=context.clock.instant(), **changes(stored, changed))
        return work.record(Outcome(changed=_CHANGED, id=unit.id))


def _spread_kind(work: Work, unit: Unit) -> None:
    for one in rules.below(unit.id, work.units.where(party_id=unit.party_id)):
        work.units.update(replace(one, kind=unit.kind))


def move_unit(context: Context, unit_id: int, step: int) -> Outcome:
    """Move a unit up (negative) or down among its siblings; ``Changed.NOTHING`` at either end."""
    with context.write() as work:
        unit = work.units.get(unit_id)
        units = work.units.where(party_id=unit.party_id)
        by_id = {one.id: one for one in units}
        beside = {
            one.id
            for one in units
            if one.archived_on is None and (one.parent_id, one.kind) == (unit.parent_id, unit.kind)
        }
        order = move_among(tuple(by_id), beside, unit_id, step)
        if order == tuple(by_id):
            return Outcome(changed=Changed.NOTHING, id=unit_id)
        for ordinal, one_id in enumerate(order, start=1):
            if by_id[one_id].ordinal != ordinal:
                work.units.update(replace(by_id[one_id], ordinal=ordinal))
        work.audit("reordered", "unit", unit_id, at=context.clock.instant(), step=step)
        return work.record(Outcome(changed=Changed.MEMBERS | Changed.MINUTES, id=unit_id))


def archive_unit(context: Context, unit_id: int) -> Outcome:
    """Archive a unit; refused with open tasks or with units below it."""
    with context.write() as work:
        unit = work.units.get(unit_id)
        _require_spare(work, unit)
        work.units.update(replace(unit, archived_on=context.clock.today()))
        work.audit("archived", "unit", unit_id, at=context.clock.instant(), name=unit.name)
        return work.record(Outcome(changed=_CHANGED, id=unit_id))


def _require_spare(work: Work, unit: Unit) -> None:
    rules.require_idle(unit, count_open_tasks(work, unit.id))
    rules.require_leaf(unit, work.units.where(party_id=unit.party_id))


def require_back(work: Work, context: Context, now: Unit, back: Unit) -> None:
    """Raise ``RuleBroken`` unless a unit can be restored."""
    if now.archived_on is None and back.archived_on is not None:
        _require_spare(work, now)
    elif replace(now, ordinal=back.ordinal) != back:
        _checked(work, context.paper, back)


def restore_unit(context: Context, unit_id: int) -> Outcome:
    """Restore an archived unit; its parent must not be archived."""
    with context.write() as work:
        unit = work.units.get(unit_id)
        work.units.update(_checked(work, context.paper, replace(unit, archived_on=None)))
        work.audit("restored", "unit", unit_id, at=context.clock.instant(), name=unit.name)
        return work.record(Outcome(changed=_CHANGED, id=unit_id))
