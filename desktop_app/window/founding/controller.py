"""Controller of the first start, and functions that turn the draft into what the page shows.

The draft is kept as it is typed; the operator may leave at any step.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer

from desktop_app.domain.calendar.jalali import JalaliMonth, format_long, format_month, format_words, month_of
from desktop_app.domain.calendar.workdays import Holiday
from desktop_app.domain.documents.appearance import LetterheadValues
from desktop_app.domain.errors import Refused, RuleBroken
from desktop_app.domain.rules.committee import PartyCode, nomination_due
from desktop_app.domain.rules.founding import SUB_AXIS_MARK, Faults, FoundingDraft, FoundingStep
from desktop_app.domain.rules.taking_over import MOST_MEETINGS, EarlierValues, number_of, read_month
from desktop_app.services.context import Context
from desktop_app.services.office.founding import found_committee, founding_faults, has_draft
from desktop_app.widgets.dates.date_source import CourseDay
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question, confirm_leave
from desktop_app.widgets.feedback.stepper import StepContent
from desktop_app.widgets.paper.paper_sketch import PaperContent
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.founding.page import FoundingPage
from desktop_app.window.founding.section import DraftSection, FoundingSession
from desktop_app.window.kit.destinations import Destination, OpenDemo, OpenFirstPage, OpenPage
from desktop_app.window.kit.page_controller import PageController
from desktop_app.window.kit.section import Section
from desktop_app.words import founding as words
from desktop_app.words.refusals import sentence

Asked = Callable[[FoundingStep], Faults]
"""What a step still asks for."""


def step_contents(draft: FoundingDraft, asked: Asked) -> tuple[StepContent, ...]:
    """Return all steps; a completed step is done, or postponed when it still needs something."""
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
    """Whether an optional step is empty: a party without a person, no unit selected."""
    if step is FoundingStep.SEATS:
        return bool(_parties_without_a_name(draft))
    return step is FoundingStep.UNITS and not any(unit.chosen for unit in draft.units)


def _parties_without_a_name(draft: FoundingDraft) -> list[PartyCode]:
    named = {seat.party for seat in draft.seats if seat.name.strip()}
    return [party for party in PartyCode if party not in named]


def _note(draft: FoundingDraft, step: FoundingStep) -> str:
    """Return the line that sums up a step."""
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
    """Return the number of the last earlier meeting; 0 for none."""
    return number_of(draft.earlier.last_meeting, MOST_MEETINGS) if draft.earlier.held else 0


def _seats_note(draft: FoundingDraft, signed_on: date | None) -> str:
    named = sum(bool(seat.name.strip()) for seat in draft.seats)
    if named:
        return words.seats_note(named)
    return words.nomination_note(format_long(nomination_due(signed_on))) if signed_on else words.NOTE_SEATS


def course(signed_on: date | None, earlier: EarlierValues, today: date) -> tuple[CourseDay, ...]:
    """Return the days that follow: signing, the deadline of the nominations, the first month of the ledger.

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
    """Return the first month in the form; None when it is empty, invalid or in the future."""
    if not earlier.held or not earlier.begins.strip():
        return None
    try:
        month = read_month(earlier.begins, today)
    except RuleBroken:
        return None
    return month if month <= month_of(today) else None


def paper_content(draft: FoundingDraft, letterhead: LetterheadValues) -> PaperContent:
    """Return the head of the papers as typed so far."""
    return PaperContent(
        lines=letterhead.lines,
        invocation=letterhead.invocation,
        committee=draft.memorandum.committee,
        parties=tuple(party.name for party in draft.parties),
        logo=letterhead.logo.content if letterhead.logo is not None else b"",
        number=_last_meeting(draft) + 1,
    )


def review(draft: FoundingDraft, asked: Asked) -> tuple[tuple[str, Tone], ...]:
    """Return what is still missing, a line for each step, or a line that nothing is."""
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


KEEP_MS: Final = 1_500
"""How long after the last key the draft is kept."""
STEPS: Final = tuple(FoundingStep)


class FoundingController(PageController):
    """Leads through the first start to the committee, or to the demo data."""

    def __init__(
        self,
        page: FoundingPage,
        context: Context,
        dialogs: Dialogs,
        session: FoundingSession,
        sections: Mapping[FoundingStep, Section[Any]],
        holidays: Callable[[], tuple[Holiday, ...]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(context, parent)
        self._page, self._dialogs = page, dialogs
        self._session, self._sections, self._holidays = session, sections, holidays
        self._step = FoundingStep.MEMORANDUM
        self._open = False
        self._rest = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._rest.timeout.connect(self.flush)
        page.step_requested.connect(lambda key: self.go_to(FoundingStep(key)))
        page.forward_requested.connect(self.forward)
        page.later_requested.connect(lambda: self._walk(1))
        page.walk_requested.connect(self._walk)
        page.demo_requested.connect(self._want_demo)
        for step, section in sections.items():
            section.edited.connect(lambda step=step: self._edited(step))

    # ---- ways

    def visit(self, _destination: Destination) -> None:
        """Show the step that was last open."""
        self.show()

    def show(self) -> None:
        """Show the step that was last open."""
        self._session.load()
        self._open = True
        self._show_step(self._session.draft.step)

    def go_to(self, step: FoundingStep) -> None:
        """Go to any step; store the present one as it is."""
        if step is not self._step and self._leave_step():
            self._pass(step)
        else:
            self._show_around()

    def forward(self) -> None:
        """Go to the next step if this one is complete; found the committee at the end."""
        section = self._sections[self._step]
        self._page.clear_band()
        if not (section.check() and self._kept()):
            section.focus()
            self._show_around()
            return
        place = STEPS.index(self._step)
        if place + 1 < len(STEPS):
            self._pass(STEPS[place + 1])
        else:
            self._found()

    def undo(self) -> None:
        """Undo the last change of the step that no field undoes itself."""
        if not self._sections[self._step].panel.undo_edit():
            super().undo()

    def redo(self) -> None:
        """Redo the last undone change of the step."""
        if not self._sections[self._step].panel.redo_edit():
            super().redo()

    def may_leave(self) -> bool:
        """Store everything; ask only about what cannot be stored."""
        if not self._open:
            return True
        if not self._leave_step():
            return False
        unreadable = self._page.unreadable()
        return not unreadable or self._give_up(words.UNREADABLE_ASK, words.UNREADABLE_TEXT)

    def flush(self) -> None:
        """Store what is typed without asking."""
        if self._open:
            self._kept(quietly=True)

    def show_problem(self, refused: Refused) -> None:
        """Show above the form why work cannot begin."""
        self._page.show_band(words.BLOCKED, sentence(refused), Tone.DANGER)

    # ---- inside

    def _walk(self, by: int) -> None:
        place = max(0, min(len(STEPS) - 1, STEPS.index(self._step) + by))
        self.go_to(STEPS[place])

    def _pass(self, step: FoundingStep) -> None:
        draft = self._session.draft
        if self._keep(replace(draft, step=step, passed=draft.passed | {self._step})):
            self._show_step(step)

    def _show_step(self, step: FoundingStep) -> None:
        self._step = step
        self._page.clear_band()
        section = self._sections[step]
        section.load()
        place = STEPS.index(step)
        last = place == len(STEPS) - 1
        forward = words.BEGIN if last else words.forward_to(words.STEPS[STEPS[place + 1].value])
        self._page.show_step(step.value, forward, may_wait=not last)
        self._show_around()
        self._say(words.AUTOMATIC, Tone.NEUTRAL)
        section.focus()

    def _show_around(self) -> None:
        section = self._sections[self._step]
        draft = section.preview() if isinstance(section, DraftSection) else self._session.draft
        asked = partial(self._session.asked, draft)
        self._page.show_steps(step_contents(draft, asked), self._step.value)
        letterhead = self._sections[FoundingStep.LETTERHEAD].values()
        days = course(draft.memorandum.signed_on, draft.earlier, self.context.clock.today())
        self._page.show_letterhead_preview(paper_content(draft, letterhead), days)
        if self._step is STEPS[-1]:
            self._page.show_review(review(draft, asked))

    def _edited(self, step: FoundingStep) -> None:
        if not self._open or step is not self._step:
            return
        self._show_around()
        section = self._sections[step]
        if isinstance(section, DraftSection):
            if section.preview() != self._session.draft:
                self._say(words.NOT_KEPT, Tone.NEUTRAL)
                if not self._rest.isActive():
                    # from the first letter on: who types without a pause loses no more than who rests
                    self._rest.start()
        elif section.is_changed():
            self._say(words.KEPT_ON_LEAVING, Tone.NEUTRAL)

    def _kept(self, *, quietly: bool = False) -> bool:
        """Store the contents of the step; return whether it succeeded."""
        self._rest.stop()
        section = self._sections[self._step]
        if isinstance(section, DraftSection):
            kept = self._keep(section.preview())
        else:
            kept = not section.is_changed() or section.save()
        if kept and not quietly:
            self._say(words.KEPT, Tone.DONE)
        elif kept:
            self._say(words.AUTOMATIC, Tone.NEUTRAL)
        return kept

    def _keep(self, draft: FoundingDraft) -> bool:
        try:
            self._session.put(draft)
        except Refused as refused:
            self._page.show_band(words.NOT_KEPT, sentence(refused), Tone.DANGER)
            self._say(words.NOT_KEPT, Tone.DANGER)
            return False
        return True

    def _leave_step(self) -> bool:
        if self._kept():
            return True
        section = self._sections[self._step]
        if isinstance(section, DraftSection):
            return False
        if self._give_up(words.UNSAVED_ASK, words.UNSAVED_TEXT):
            section.restore()
            return True
        section.focus()
        return False

    def _give_up(self, title: str, text: str) -> bool:
        return confirm_leave(self._dialogs, title, text, stay=words.STAY, leave=words.LEAVE)

    def _found(self) -> None:
        draft = replace(self._session.draft, passed=frozenset(STEPS))
        for step, fault in founding_faults(self.context.paper, draft, self.context.clock.today()):
            self._pass(step)
            self._sections[step].check()
            self._sections[step].focus()
            self._page.show_band(words.BLOCKED, words.blocked(step.value, sentence(fault)), Tone.DANGER)
            return
        if self._page.unreadable() and not self._give_up(words.UNREADABLE_ASK, words.UNREADABLE_TEXT):
            return
        done = self.act(
            lambda context: found_committee(context, draft, settings=self._session.settings, holidays=self._holidays()),
            accept=self._end,
        )
        if done is not None:
            self.navigated.emit(OpenFirstPage())
            if draft.earlier.held:
                self.navigated.emit(OpenPage("taking_over"))

    def _end(self) -> None:
        """Stop storing the draft."""
        self._rest.stop()
        self._open = False

    def _want_demo(self) -> None:
        if has_draft(self.context):
            choices = (Choice("stay", words.DEMO_DONT), Choice("demo", words.DEMO_DO, ButtonKind.DANGER))
            question = Question(words.DEMO_ASK, words.DEMO_TEXT, choices, Tone.WARNING)
            if self._dialogs.ask(question) != "demo":
                return
        self._end()
        self.navigated.emit(OpenDemo())

    def _say(self, text: str, tone: Tone) -> None:
        self._page.show_step_text(words.place_of(STEPS.index(self._step) + 1, len(STEPS), text), tone)
        kept = text in {words.AUTOMATIC, words.KEPT}
        self.status_message.emit(words.ALL_KEPT if kept else text, Tone.DONE if kept else tone)
