"""Question before an act goes on over a row that another program changed."""

from __future__ import annotations

from desktop_app.domain.errors import RuleBroken
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import Tone


def goes_on(dialogs: Dialogs, broken: RuleBroken) -> bool:
    """Whether the operator lets the act be recorded over the row as it is now."""
    # hardly ever asked
    from desktop_app.text import outside as words

    table, row_id = str(broken.facts["kind"]), int(str(broken.facts["id"]))
    choices = (Choice("dont", words.DONT), Choice("go on", words.GO_ON, ButtonKind.DANGER))
    return dialogs.ask(Question(words.ASK, words.ask(table, row_id), choices, Tone.WARNING)) == "go on"
