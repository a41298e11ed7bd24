"""Acts on an agenda item, the same for its menu and its keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu

from desktop_app.domain.read_models.sheets import MeetingSheet
from desktop_app.domain.rules.meetings import AgendaItem, AgendaState, MeetingState
from desktop_app.text.meetings import meeting as words
from desktop_app.text.meetings import meeting_agenda as agenda_words
from desktop_app.views.meeting.meeting_row_format import act_of
from desktop_app.views.meeting.meeting_signals import MeetingSignals
from desktop_app.widgets.style.look import icons_of, tokens_of
from desktop_app.widgets.style.tokens import ICON_BUTTON


@dataclass(frozen=True, slots=True)
class ItemAct:
    """One act: the name that keys and tests know it by, its icon, its verb."""

    name: str
    icon: str
    text: str
    do: Callable[[], object]


def acts_of(
    item: AgendaItem, sheet: MeetingSheet, wants: MeetingSignals, edit: Callable[[AgendaItem], object]
) -> list[ItemAct]:
    """The acts of an item in the order of the menu; none once the agenda is fixed."""
    if not sheet.agenda_editable:
        return []
    one = item.id
    parked = item.state is AgendaState.PARKED
    acts = [
        ItemAct("edit", "pencil", words.EDIT, lambda: edit(item)),
        ItemAct("up", "chevron-up", agenda_words.UP, lambda: wants.item_moved.emit(one, -1)),
        ItemAct("down", "chevron-down", agenda_words.DOWN, lambda: wants.item_moved.emit(one, 1)),
    ]
    if parked:
        acts.insert(0, ItemAct("take_up", "undo-2", agenda_words.TAKE_UP, lambda: wants.item_taken_up.emit(one)))
    else:
        acts.append(ItemAct("park", "pin", agenda_words.PARK, lambda: wants.item_parked.emit(one)))
    acts.append(ItemAct("remove", "trash-2", words.REMOVE, lambda: wants.item_removed.emit(one)))
    if sheet.meeting.state is MeetingState.IN_SESSION and not parked:
        toggle = wants.item_finished if item.state is AgendaState.RUNNING else wants.item_started
        acts.insert(0, ItemAct("toggle", "play", act_of(item.state), lambda: toggle.emit(one)))
    return acts


def fill_menu(menu: QMenu, acts: Sequence[ItemAct]) -> None:
    """Put the acts into a menu, each found by its name."""
    menu.clear()
    tokens = tokens_of(menu)
    for act in acts:
        icon = icons_of(menu).icon(act.icon, tokens.colour("second"), tokens.px(ICON_BUTTON))
        action = menu.addAction(icon, act.text)
        action.setObjectName(act.name)
        action.triggered.connect(lambda _on=False, do=act.do: do())
