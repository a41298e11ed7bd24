"""Reminders to units: each lists only the unit's own open resolutions, as of today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app.domain.calendar.clock import iso
from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.documents.letter_lines import LetterAdditions
from desktop_app.domain.documents.unit_documents import ReminderDocument, ReminderLetter, ReminderLine
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.papers import Classification, class_if_higher, highest
from desktop_app.domain.rules.deadlines import days_late
from desktop_app.domain.rules.members import Unit
from desktop_app.domain.rules.minutes import Clause
from desktop_app.domain.rules.resolutions import UNALIGNED_TASKS, Resolution, course
from desktop_app.domain.rules.tasks import Task, valid_task_acts
from desktop_app.services.context import Context
from desktop_app.services.documents.letter_document import (
    clean_additions,
    imprint_of_letter,
    letterhead_of,
    require_answer_day,
    signatory_of,
    typography_of,
    unit_line,
)
from desktop_app.services.documents.minutes_lines import split_lines
from desktop_app.services.follow_up.classes import classes_of
from desktop_app.services.follow_up.deadline_course import deadline_in_force, due_line, next_day_after
from desktop_app.services.reading import names_of, only_committee_id, units_of
from desktop_app.services.versions.frozen_minutes import require_frozen_words
from desktop_app.services.versions.versions import wordings
from desktop_app.storage.store.work import Work

ANSWER_DAYS: Final = 5
"""Working days in which a report is asked for, where the operator names no day."""
TOLD: Final = UNALIGNED_TASKS
"""States of a task that its unit was told of and still owes: only those may be reminded of."""


def reminder_paper(
    context: Context,
    additions: LetterAdditions | None = None,
    *,
    unit_id: int | None = None,
    answer_until: date | None = None,
) -> Paper[ReminderDocument]:
    """Build reminders to one unit, or to every unit with open work, by party.

    Raises ``RuleBroken``: ``reminder_nothing_open`` for the unit, ``reminder_to_nobody`` for all;
    ``answer_before_letter``.
    """
    words = clean_additions(context.paper, additions or LetterAdditions())
    with context.read() as work:
        today, committee_id = context.clock.today(), only_committee_id(work)
        require_answer_day(words, today, answer_until)
        soonest = max(today, words.day or today)
        owing = _owing(work, committee_id, today, unit_id)
        if not owing:
            raise _nothing(work, unit_id)
        head = letterhead_of(work, committee_id, words)
        document = ReminderDocument(
            committee=work.committees.get(committee_id).name,
            letterhead=head,
            as_of=iso(today),
            answer_until=iso(answer_until or work.calendar().add_working_days(soonest, ANSWER_DAYS)),
            letters=tuple(
                ReminderLetter(
                    addressee=unit_line(unit), lines=lines, own_class=class_if_higher(guarded, head.classification)
                )
                for unit, lines, guarded in owing
            ),
            references=split_lines(words.references),
            note=split_lines(words.note),
            signatory=signatory_of(work, committee_id, today, words),
            attachments=split_lines(words.attachments),
            copies_to=split_lines(words.copies_to),
            typography=typography_of(work.settings()),
        )
        return Paper(document, imprint_of_letter(work, context.clock, head))


def _nothing(work: Work, unit_id: int | None) -> RuleBroken:
    if unit_id is None:
        return RuleBroken("reminder_to_nobody", field="unit")
    return RuleBroken("reminder_nothing_open", field="unit", unit=work.units.get(unit_id).name)


Owing = list[tuple[Unit, tuple[ReminderLine, ...], Classification]]
"""Each unit with what it owes, and the highest class of that."""


def _owing(work: Work, committee_id: int, today: date, unit_id: int | None) -> Owing:
    """Return each unit with open work, and that work."""
    units = [one for one in units_of(work, committee_id) if unit_id in {None, one.id}]
    tasks = work.tasks.where(unit_id=[one.id for one in units], state=list(TOLD), resting=False)
    open_ = _open_resolutions(work, committee_id, {one.resolution_id for one in tasks})
    require_frozen_words(work, ((one.resolution, one.clause) for one in open_.values()))
    by_unit: dict[int, list[Task]] = {}
    for task in tasks:
        if task.resolution_id in open_:
            by_unit.setdefault(task.unit_id, []).append(task)
    return [
        (unit, _lines(work, by_unit[unit.id], open_, today), _class_of(by_unit[unit.id], open_))
        for unit in units
        if unit.id in by_unit
    ]


def _class_of(tasks: Sequence[Task], open_: Mapping[int, _Open]) -> Classification:
    return highest(open_[one.resolution_id].guarded for one in tasks)


@dataclass(frozen=True, slots=True)
class _Open:
    """An open resolution with the facts that its reminders print."""

    resolution: Resolution
    clause: Clause
    meeting_number: int
    meeting_day: date | None
    ahead: date | None
    owner: str
    guarded: Classification


def _open_resolutions(work: Work, committee_id: int, ids: set[int]) -> Mapping[int, _Open]:
    names = names_of(work, committee_id)
    said = wordings(work, sorted(ids))
    classes = classes_of(work, tuple(said.values()))
    found: dict[int, _Open] = {}
    for resolution in work.resolutions.where(id=sorted(ids)):
        acts = work.resolution_acts.where(resolution_id=resolution.id)
        every = work.tasks.where(resolution_id=resolution.id)
        if not course(adopted=resolution.adopted_on is not None, acts=acts, tasks=every).is_open:
            continue
        clause = said[resolution.id]
        meeting = work.meetings.get(resolution.meeting_id)
        owner = names.owner(clause.owner_unit_id, clause.owner_person_id)
        ahead = next_day_after(work, meeting)
        found[resolution.id] = _Open(
            resolution, clause, meeting.number or 0, meeting.day, ahead, owner, classes[clause.id]
        )
    return found


def _lines(work: Work, tasks: Sequence[Task], open_: Mapping[int, _Open], today: date) -> tuple[ReminderLine, ...]:
    """Return the lines: longest late first, then soonest due; without a day last."""
    lines = [_line(work, task, open_[task.resolution_id], today) for task in tasks]
    return tuple(sorted(lines, key=lambda one: (-one.late, one.own_due or one.due.due or "9999", one.number)))


def _line(work: Work, task: Task, about: _Open, today: date) -> ReminderLine:
    kind = about.clause.deadline.kind
    events = work.deadline_events.where(resolution_id=about.resolution.id)
    day = task.due or deadline_in_force(kind, events, about.ahead)
    told = [act for act in valid_task_acts(work.task_acts.where(task_id=task.id)) if act.reason]
    last = told[-1] if told else None
    return ReminderLine(
        number=about.resolution.number,
        text=about.clause.text,
        meeting_number=about.meeting_number,
        meeting_day=iso(about.meeting_day),
        role=task.role.value,
        state=task.state.value,
        percent=task.percent,
        due=due_line(kind, events, about.ahead),
        late=days_late(day, today, open_=True),
        own_due=iso(task.due),
        owner=about.owner,
        plan=task.plan,
        last_report=last.reason if last else "",
        last_day=iso(last.day) if last else "",
    )
