"""Actions of a meeting in each state: the next sensible step is the filled button, the rare ones are in the menu."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.read_models.sheets import MeetingSheet
from desktop_app.domain.rules.meetings import BEFORE_INVITING, MeetingState
from desktop_app.domain.rules.minutes import EDITABLE
from desktop_app.text.history.history import HISTORY, HISTORY_KEYS
from desktop_app.text.meetings import meeting_course as words
from desktop_app.widgets.shell.action_bar import PageAction
from desktop_app.widgets.style.button_paint import ButtonKind

_S = MeetingState
MINUTES_KEYS = "F6"


@dataclass(frozen=True, slots=True)
class Offer:
    """Buttons from the right to the outermost left one, and the menu."""

    buttons: tuple[PageAction, ...]
    menu: tuple[PageAction, ...]


_STEP = {
    _S.SCHEDULED: PageAction("schedule", words.SCHEDULE, "calendar-plus"),
    _S.CONVENED: PageAction("convene", words.CONVENE, "send"),
    _S.IN_SESSION: PageAction("begin", words.BEGIN, "play"),
    _S.HELD: PageAction("end", words.END, "flag"),
}
_RARE = {
    _S.POSTPONED: PageAction("postpone", words.POSTPONE, "calendar-clock"),
    _S.INQUORATE: PageAction("end_inquorate", words.END_INQUORATE, "circle-alert"),
    _S.HELD: PageAction("correct_held", words.CORRECT_HELD, "undo-2"),
    _S.CLOSED: PageAction("close", words.CLOSE_FILE, "archive"),
    _S.CANCELLED: PageAction("cancel", words.CANCEL_MEETING, "ban"),
}


_PAPERS = (
    PageAction("paper_invitation", words.PRINT_INVITATION, "mail"),
    PageAction("paper_attendance-sheet", words.PRINT_ATTENDANCE, "users"),
    PageAction("paper_agenda-pack", words.PRINT_AGENDA, "list"),
)
"""Led to from the menu; the key ends in that of the kind."""
_HISTORY = PageAction("history", HISTORY, "history", hint=HISTORY_KEYS)
_CORRECT_INQUORATE = PageAction("correct_inquorate", words.CORRECT_INQUORATE, "undo-2")
_ENDS = frozenset({_S.HELD, _S.INQUORATE})
_WITHOUT_MINUTES = BEFORE_INVITING | {_S.CONVENED, _S.CANCELLED}


def offer(sheet: MeetingSheet) -> Offer:
    """What may be done with the meeting now; how it ended may be put right while its minutes are not final."""
    over = sheet.meeting.state in _ENDS
    steps = [_named(_STEP[target], sheet) for target in sheet.moves if target in _STEP and not over]
    minutes = _minutes(sheet)
    buttons = [*steps, minutes] if minutes is not None else steps
    loud = len(buttons) - 1
    dressed = tuple(
        action.as_kind(ButtonKind.FILLED if place == loud else ButtonKind.OUTLINED)
        for place, action in enumerate(buttons)
    )
    papers = _PAPERS if sheet.meeting.state is not _S.CANCELLED else ()
    return Offer(dressed, (*_menu(sheet, over=over), *papers, _HISTORY))


def _menu(sheet: MeetingSheet, *, over: bool) -> tuple[PageAction, ...]:
    if not over:
        return tuple(_RARE[target] for target in _RARE if target in sheet.moves and target is not _S.HELD)
    ends = {**_RARE, _S.INQUORATE: _CORRECT_INQUORATE}
    free = sheet.minutes_state is None or sheet.minutes_state in EDITABLE
    return tuple(act for target, act in ends.items() if target in sheet.moves and (free or target not in _ENDS))


def _named(action: PageAction, sheet: MeetingSheet) -> PageAction:
    again = sheet.meeting.state is _S.POSTPONED
    return PageAction(action.key, words.RESCHEDULE, action.icon) if again else action


def _minutes(sheet: MeetingSheet) -> PageAction | None:
    """Writing the minutes belongs to the session; before it it begins first; a cancelled one has none."""
    if sheet.minutes_version_id is None or sheet.meeting.state in _WITHOUT_MINUTES:
        return None
    open_text = sheet.minutes_state in EDITABLE and not sheet.read_only
    return PageAction(
        "minutes",
        words.WRITE_MINUTES if open_text else words.SEE_MINUTES,
        "pen-line" if open_text else "file-text",
        hint=MINUTES_KEYS,
    )
