"""The head of the page of members: title, what needs a person, counts, the parts, the acts."""

from __future__ import annotations

from desktop_app.domain.read_models.members_sheet import PartyMembers
from desktop_app.domain.rules.nominations import PartyClock
from desktop_app.forms.members_page import Ui_MembersPage
from desktop_app.text.office import late_nomination as late_words
from desktop_app.text.office import members as words
from desktop_app.views.members.members_format import alert_of, context_of
from desktop_app.views.members.members_shown import Shown
from desktop_app.widgets.fields.segmented import Segment
from desktop_app.widgets.lists.state_mark import Shape
from desktop_app.widgets.shell.action_bar import PageAction
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import Ink, TextRole, Tone

LATE = "late_"
"""Before the id of a party whose representative is awaited too long: the letter that reminds it."""


def late_clock(party: PartyMembers) -> PartyClock | None:
    """The clock of a party that has named nobody although its three weeks are over."""
    clock = party.clock
    return clock if clock is not None and clock.is_overdue else None


def dress(ui: Ui_MembersPage) -> None:
    """Roles, words and names of what never changes."""
    ui.title.set_role(TextRole.PAGE_TITLE)
    ui.title.setText(words.MEMBERS)
    ui.context.set_role(TextRole.SECOND)
    ui.context.set_ink(Ink.SECOND)
    ui.parts.set_segments([Segment(key, name) for key, name in words.PARTS.items()])
    ui.parts.setAccessibleName(words.PART_SWITCH)
    ui.parts.set_value(words.SEATS)
    ui.archived.setAccessibleName(words.SHOW_ARCHIVED)
    ui.search.setPlaceholderText(words.SEARCH_PEOPLE)
    ui.search.setAccessibleName(words.SEARCH_PEOPLE)
    ui.search.set_hint("Ctrl+F")


def show_head(ui: Ui_MembersPage, shown: Shown) -> None:
    """What needs a person first, then the counts; the acts of the part."""
    alert = alert_of(shown.sheet, shown.part)
    ui.alert.show_state(alert, Tone.WARNING, Shape.SQUARE_BAR)
    ui.alert.setVisible(bool(alert))
    ui.context.setText(context_of(shown.sheet, shown.part))
    ui.search.setVisible(shown.part == words.PEOPLE)
    for part in (ui.context, ui.parts, ui.archived):
        part.show()
    ui.parts.set_value(shown.part)
    copy = PageAction("copy", words.COPY_LIST, "clipboard-copy")
    if shown.sheet.read_only:
        ui.actions.show_acts((), (copy,))
        return
    letters = tuple(
        PageAction(f"{LATE}{one.party.id}", late_words.remind(one.party.brief_name), "mail")
        for one in shown.sheet.parties
        if late_clock(one) is not None
    )
    add = PageAction("add", words.ADD[shown.part], "plus", ButtonKind.FILLED, "Ins")
    ui.actions.show_acts((add,), (copy, *letters))


def show_empty(ui: Ui_MembersPage, *, founding: bool) -> None:
    """Without a committee there is nothing to count, to part or to add; ``founding`` offers the way to one."""
    why, action = (words.NO_COMMITTEE_WHY, words.FOUND) if founding else ("", "")
    ui.empty.set_content(words.NO_COMMITTEE, why, icon="users", action=action)
    ui.actions.show_acts(())
    for part in (ui.alert, ui.context, ui.parts, ui.archived, ui.search):
        part.hide()
