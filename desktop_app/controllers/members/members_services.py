"""The services that the page of members calls, as callables, so that its tests may pass their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop_app.domain.read_models.members_sheet import MembersSheet, NominationDraft
from desktop_app.domain.rules.members import Nomination, Person, Seat, Unit
from desktop_app.services.context import Context
from desktop_app.services.members import nominations, people, seats, units
from desktop_app.services.members.members_sheet import members_sheet, open_tasks_of
from desktop_app.services.outcome import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class MembersServices:
    """One callable for each thing that the operator does here; ``archive``, ``restore`` and ``move`` go by kind."""

    sheet: Callable[[], MembersSheet]
    open_tasks: Callable[[int], int]
    save_seat: Callable[[Seat, Seat | None], Outcome]
    save_unit: Callable[[Unit, Unit | None], Outcome]
    save_person: Callable[[Person, Person | None], Outcome]
    nominate: Callable[[NominationDraft], Outcome]
    begin: Callable[[int, date, bool], Outcome]
    end: Callable[[int, date, str], Outcome]
    save_letter: Callable[[Nomination, Nomination], Outcome]
    archive: Callable[[str, int], Outcome]
    restore: Callable[[str, int], Outcome]
    move: Callable[[str, int, int], Outcome]


def members_services(context: Context) -> MembersServices:
    """Bind the services to an open data folder."""
    archive: dict[str, Callable[[int], Outcome]] = {
        "seat": partial(seats.archive_seat, context),
        "unit": partial(units.archive_unit, context),
        "person": partial(people.archive_person, context),
    }
    restore: dict[str, Callable[[int], Outcome]] = {
        "seat": partial(seats.restore_seat, context),
        "unit": partial(units.restore_unit, context),
        "person": partial(people.restore_person, context),
    }
    move: dict[str, Callable[[int, int], Outcome]] = {
        "seat": partial(seats.move_seat, context),
        "unit": partial(units.move_unit, context),
    }

    def nominate(draft: NominationDraft) -> Outcome:
        return nominations.nominate(context, draft.nomination, newcomer=draft.newcomer, succeeds=draft.succeeds)

    def begin(nomination_id: int, day: date, succeeds: bool) -> Outcome:
        return nominations.begin_membership(context, nomination_id, day, succeeds=succeeds)

    return MembersServices(
        sheet=partial(members_sheet, context),
        open_tasks=partial(open_tasks_of, context),
        save_seat=lambda one, seen: (
            seats.save_seat(context, one, seen=seen) if one.id else seats.add_seat(context, one)
        ),
        save_unit=lambda one, seen: (
            units.save_unit(context, one, seen=seen) if one.id else units.add_unit(context, one)
        ),
        save_person=lambda one, seen: (
            people.save_person(context, one, seen=seen) if one.id else people.add_person(context, one)
        ),
        nominate=nominate,
        begin=begin,
        end=partial(nominations.end_membership, context),
        save_letter=lambda one, seen: nominations.save_nomination(context, one, seen=seen),
        archive=lambda kind, record_id: archive[kind](record_id),
        restore=lambda kind, record_id: restore[kind](record_id),
        move=lambda kind, record_id, step: move[kind](record_id, step),
    )
