"""Display values of the draft of the first start, shown around its forms: the steps, the days, the paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from desktop_app.domain.calendar.jalali import JalaliMonth, format_long, format_month, format_words, month_of
from desktop_app.domain.documents.letterheads import LetterheadValues
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.committee import PartyCode, nomination_due
from desktop_app.domain.rules.founding import SUB_AXIS_MARK, Faults, FoundingDraft, FoundingStep
from desktop_app.domain.rules.taking_over import MOST_MEETINGS, EarlierValues, number_of, read_month
from desktop_app.text.office import founding as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.widgets.dates.date_course import CourseDay
from desktop_app.widgets.feedback.step_list import StepContent
from desktop_app.widgets.paper.paper_sketch import PaperContent
from desktop_app.widgets.style.tokens import Tone

Asked = Callable[[FoundingStep], Faults]
"""What a step still asks for."""


def step_contents(draft: FoundingDraft, asked: Asked) -> tuple[StepContent, ...]:
    """Every step; a passed one is done or, where it still asks for something, left for later."""
    contents = []
    for step in FoundingStep:
        passed = step in draft.passed
        missing = passed and (bool(asked(step)) or _left_empty(draft, step))
        note = words.LATER if missing and step is not FoundingStep.MEMORANDUM else _note(draft, step)
        contents.append(
            StepContent(step.value, words.STEPS[step.value], note, done=passed and not missing, open=passed and missing)
        )
    return tuple(contents)


def _left_empty(draft: FoundingDraft, step: FoundingStep) -> bool:
    """Whether a step that may stay empty is: nobody named of a party, no unit chosen."""
    if step is FoundingStep.SEATS:
        return bool(_parties_without_a_name(draft))
    return step is FoundingStep.UNITS and not any(unit.chosen for unit in draft.units)


def _parties_without_a_name(draft: FoundingDraft) -> list[PartyCode]:
    named = {seat.party for seat in draft.seats if seat.name.strip()}
    return [party for party in PartyCode if party not in named]


def _note(draft: FoundingDraft, step: FoundingStep) -> str:
    """What is in a step."""
    signed_on = draft.memorandum.signed_on
    if step is FoundingStep.MEMORANDUM and signed_on is None and step in draft.passed:
        return words.NO_SIGNING_DAY
    if step is FoundingStep.SEATS:
        return _seats_note(draft, signed_on)
    if step is FoundingStep.UNITS:
        return words.units_note(sum(unit.chosen for unit in draft.units))
    if step is FoundingStep.AXES:
        return words.axes_note(sum(SUB_AXIS_MARK not in axis.code for axis in draft.axes))
    if step is FoundingStep.EARLIER and _last_meeting(draft):
        return words.earlier_note(_last_meeting(draft))
    return words.NOTES[step.value]


def _last_meeting(draft: FoundingDraft) -> int:
    """The number of the last meeting before; 0 for none."""
    return number_of(draft.earlier.last_meeting, MOST_MEETINGS) if draft.earlier.held else 0


def _seats_note(draft: FoundingDraft, signed_on: date | None) -> str:
    named = sum(bool(seat.name.strip()) for seat in draft.seats)
    if named:
        return words.seats_note(named)
    return words.nomination_note(format_long(nomination_due(signed_on))) if signed_on else words.NOTE_SEATS


def course(signed_on: date | None, earlier: EarlierValues, today: date) -> tuple[CourseDay, ...]:
    """Signing, the deadline of the nominations, and the first month of the ledger.

    That is the month after the signing, or the one from which a committee that met before is recorded here.
    """
    labels = (words.SIGNED, words.NOMINATION_DUE, words.FIRST_MONTH)
    if signed_on is None:
        return tuple(CourseDay(label, words.UNKNOWN_DAY, known=False) for label in labels)
    due = nomination_due(signed_on)
    first = max(month_of(signed_on).plus(1), _begins(earlier, today) or month_of(signed_on))
    days = (format_words(signed_on), format_words(due), format_month(first))
    return tuple(CourseDay(label, day) for label, day in zip(labels, days, strict=True))


def _begins(earlier: EarlierValues, today: date) -> JalaliMonth | None:
    """The month that stands in the form; None where none is told, or what is typed is none or still ahead."""
    if not earlier.held or not earlier.begins.strip():
        return None
    try:
        month = read_month(earlier.begins, today)
    except RuleBroken:
        return None
    return month if month <= month_of(today) else None


def paper_content(draft: FoundingDraft, letterhead: LetterheadValues) -> PaperContent:
    """The head of the papers as it stands."""
    return PaperContent(
        lines=letterhead.lines,
        invocation=letterhead.invocation,
        committee=draft.memorandum.committee,
        parties=tuple(party.name for party in draft.parties),
        logo=letterhead.logo.content if letterhead.logo is not None else b"",
        number=_last_meeting(draft) + 1,
    )


def review(draft: FoundingDraft, asked: Asked) -> tuple[tuple[str, Tone], ...]:
    """What is left for later, a line for each step; or that nothing is."""
    left = [(step, asked(step)) for step in FoundingStep]
    lines = [
        (words.review_line(words.STEPS[step.value], [sentence(fault) for fault in faults[:1]]), Tone.WARNING)
        for step, faults in left
        if faults
    ]
    lines += [
        (words.nobody_named(words.PARTIES[party.value]), Tone.WARNING) for party in _parties_without_a_name(draft)
    ]
    if _left_empty(draft, FoundingStep.UNITS):
        lines.append((words.NO_UNITS, Tone.WARNING))
    if lines:
        return ((words.REVIEW_LATER, Tone.NEUTRAL), *lines)
    return ((words.REVIEW_DONE_EARLIER if draft.earlier.held else words.REVIEW_DONE, Tone.DONE),)
