"""Question whether an act may overwrite a row that another program changed."""

from __future__ import annotations

from desktop_app.domain.errors import RuleBroken
from desktop_app.services.context import Context
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import Tone


def may_overwrite(dialogs: Dialogs, context: Context, broken: RuleBroken) -> bool:
    """Ask whether the act may overwrite the changed row."""
    # hardly ever asked
    from desktop_app.services.office.outside_changes import name_of_outside
    from desktop_app.words import findings as words

    table, row_id = str(broken.facts["kind"]), int(str(broken.facts["id"]))
    name = name_of_outside(context, table, row_id)
    choices = (Choice("dont", words.DONT), Choice("go on", words.GO_ON, ButtonKind.DANGER))
    return dialogs.ask(Question(words.ASK, words.ask(table, row_id, name), choices, Tone.WARNING)) == "go on"
