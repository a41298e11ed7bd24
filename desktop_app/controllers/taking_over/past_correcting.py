"""Correcting the day of a past meeting: its number is entered once more with another day, which is asked about."""

from __future__ import annotations

from datetime import date

from desktop_app.controllers.shell.page_controller import PageController
from desktop_app.controllers.shell.undo_list import WayBack, by_act
from desktop_app.domain.calendar.jalali import format_words
from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Outcome
from desktop_app.services.context import Context
from desktop_app.services.taking_over.correcting import correct_day, other_day
from desktop_app.text.shared.refusals import sentence
from desktop_app.text.taking_over import taking_over as words
from desktop_app.views.taking_over.past_meeting_form import PastMeetingForm
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question
from desktop_app.widgets.style.tokens import Tone


def corrected(host: PageController, form: PastMeetingForm, dialogs: Dialogs, number: int, day: date) -> bool:
    """Whether it was about a meeting whose day may be corrected; Ctrl+Z gives it the day that stood before."""
    try:
        stood = other_day(host.context, number, day)
    except Refused:
        # told by the act of entering itself
        return False
    if stood is None:
        return False
    choices = (Choice("dont", words.CORRECT_NOT), Choice("correct", words.CORRECT_DO))
    text = words.correct_ask(format_words(stood), format_words(day))
    if dialogs.ask(Question(words.correct_title(number), text, choices, Tone.WARNING)) != "correct":
        return True

    def do(context: Context) -> Outcome:
        return correct_day(context, number, day)

    def undo(context: Context) -> Outcome:
        return correct_day(context, number, stood)

    host.act(
        do,
        lambda refused: form.show_refusal(refused.field, sentence(refused)),
        said=words.day_corrected(number, format_words(day)),
        accept=form.clear,
        back=WayBack(words.correct_step(number), by_act(do, lambda _made: undo)),
    )
    return True
