"""The steps of the first start: a tick says that a step is filled in, and nothing less."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.documents.appearance import LetterheadValues
from desktop_app.domain.rules.committee import PartyCode
from desktop_app.domain.rules.founding import FoundingDraft, FoundingStep, SeatValues, UnitValues
from desktop_app.domain.rules.members import SeatRole
from desktop_app.domain.rules.taking_over import EarlierValues
from desktop_app.widgets.feedback.stepper import StepContent
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.founding.controller import course, paper_content, review, step_contents
from desktop_app.words import founding as words

SEATS = tuple(SeatValues(party=party, role=SeatRole.CHAIR, title="رئیس") for party in PartyCode)
UNIT = UnitValues(name="اداره کل", party=PartyCode.PROVINCE, chosen=True)
DRAFT = FoundingDraft(seats=SEATS, units=(UNIT,), passed=frozenset(FoundingStep))


def _content(draft: FoundingDraft, step: FoundingStep) -> StepContent:
    return next(content for content in step_contents(draft, lambda _step: ()) if content.key == step.value)


def _named(*parties: PartyCode) -> tuple[SeatValues, ...]:
    return tuple(replace(seat, name="بهمن سروستانه") if seat.party in parties else seat for seat in SEATS)


@pytest.mark.parametrize("named", [(), (PartyCode.PROVINCE,), (PartyCode.CENTER,)])
def test_representatives_are_not_ticked_before_each_party_has_named_somebody(named: tuple[PartyCode, ...]) -> None:
    content = _content(replace(DRAFT, seats=_named(*named)), FoundingStep.SEATS)
    assert (content.done, content.open, content.note) == (False, True, words.LATER)


def test_representatives_of_both_parties_are_ticked() -> None:
    content = _content(replace(DRAFT, seats=_named(*PartyCode)), FoundingStep.SEATS)
    assert (content.done, content.open) == (True, False)


def test_units_are_not_ticked_while_none_is_chosen() -> None:
    none = replace(DRAFT, seats=_named(*PartyCode), units=(replace(UNIT, chosen=False),))
    assert (_content(none, FoundingStep.UNITS).done, _content(none, FoundingStep.UNITS).open) == (False, True)
    assert (words.NO_UNITS, Tone.WARNING) in review(none, lambda _step: ())
    assert _content(DRAFT, FoundingStep.UNITS).done
    assert review(replace(none, units=(UNIT,)), lambda _step: ()) == ((words.REVIEW_DONE, Tone.DONE),)


def test_a_step_that_was_not_passed_is_neither_done_nor_open() -> None:
    content = _content(replace(DRAFT, passed=frozenset()), FoundingStep.SEATS)
    assert (content.done, content.open) == (False, False)


def test_the_past_that_was_told_is_named_and_the_review_says_where_the_work_begins() -> None:
    draft = replace(
        DRAFT,
        seats=_named(*PartyCode),
        units=(UNIT,),
        earlier=EarlierValues(held=True, last_meeting="۴۸", begins="۱۴۰۲/۲"),
    )
    assert _content(draft, FoundingStep.EARLIER).note == words.earlier_note(48)
    assert review(draft, lambda _step: ()) == ((words.REVIEW_DONE_EARLIER, Tone.DONE),)
    assert paper_content(draft, LetterheadValues()).number == 49
    assert paper_content(DRAFT, LetterheadValues()).number == 1


@pytest.mark.parametrize(
    ("earlier", "first"),
    [
        (EarlierValues(), "آذر ۱۴۰۱"),
        (EarlierValues(held=True, last_meeting="48", begins="آذر ۱۴۰۵"), "آذر ۱۴۰۵"),
        (EarlierValues(held=True, last_meeting="48", begins="آذ"), "آذر ۱۴۰۱"),
        (EarlierValues(held=True, last_meeting="48", begins="دی ۱۴۰۵"), "آذر ۱۴۰۱"),
        (EarlierValues(held=False, begins="آذر ۱۴۰۵"), "آذر ۱۴۰۱"),
    ],
)
def test_the_ledger_begins_with_the_month_that_was_told(earlier: EarlierValues, first: str) -> None:
    *_, begins = course(date(2022, 11, 1), earlier, date(2026, 11, 28))
    assert begins.day == first
