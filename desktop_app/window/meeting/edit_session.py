"""Edit session of a meeting: the sheet shown, the actions of each state, and the edits of its parts.

The next sensible step is the filled button, the rare ones are in the menu. Each change of agenda, attendance, guests or
facts is one act; a refused one is shown and the sheet read again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.history import RecordKey
from desktop_app.domain.read_models.sheets import MeetingSheet
from desktop_app.domain.rules.attendance import SeatMark
from desktop_app.domain.rules.meetings import BEFORE_INVITING, AgendaItem, Attendance, Guest, Meeting, MeetingState
from desktop_app.domain.rules.minutes import EDITABLE
from desktop_app.services.context import Context
from desktop_app.services.history.undo import record_of
from desktop_app.services.meetings import agenda
from desktop_app.services.meetings.meeting_facts import save_meeting
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.minutes import attendance
from desktop_app.widgets.shell.action_bar import PageAction
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.page_controller import PageController, Refuse
from desktop_app.window.kit.undo_list import HowToUndo, undo_by_rows
from desktop_app.window.meeting import words
from desktop_app.window.meeting.page import MeetingPage
from desktop_app.words import meeting_course
from desktop_app.words import states as state_words
from desktop_app.words.history import HISTORY, HISTORY_KEYS
from desktop_app.words.refusals import sentence

_S = MeetingState
MINUTES_KEYS = "F6"


@dataclass(frozen=True, slots=True)
class Offer:
    """The header's buttons from right to left, and its menu."""

    buttons: tuple[PageAction, ...]
    menu: tuple[PageAction, ...]


_STEP = {
    _S.SCHEDULED: PageAction("schedule", meeting_course.SCHEDULE, "calendar-plus"),
    _S.CONVENED: PageAction("convene", meeting_course.CONVENE, "send"),
    _S.IN_SESSION: PageAction("begin", meeting_course.BEGIN, "play"),
    _S.HELD: PageAction("end", meeting_course.END, "flag"),
}
_RARE = {
    _S.POSTPONED: PageAction("postpone", meeting_course.POSTPONE, "calendar-clock"),
    _S.INQUORATE: PageAction("end_inquorate", meeting_course.END_INQUORATE, "circle-alert"),
    _S.HELD: PageAction("correct_held", meeting_course.CORRECT_HELD, "undo-2"),
    _S.CLOSED: PageAction("close", meeting_course.CLOSE_FILE, "archive"),
    _S.CANCELLED: PageAction("cancel", meeting_course.CANCEL_MEETING, "ban"),
}


_PAPERS = (
    PageAction("paper_invitation", meeting_course.PRINT_INVITATION, "mail"),
    PageAction("paper_attendance-sheet", meeting_course.PRINT_ATTENDANCE, "users"),
    PageAction("paper_agenda-pack", meeting_course.PRINT_AGENDA, "list"),
)
"""Led to from the menu; the key ends in that of the kind."""
_HISTORY = PageAction("history", HISTORY, "history", hint=HISTORY_KEYS)
_CORRECT_INQUORATE = PageAction("correct_inquorate", meeting_course.CORRECT_INQUORATE, "undo-2")
_TAKE_BACK = PageAction("take_back_convening", meeting_course.TAKE_BACK_CONVENING, "undo-2")
_ENDS = frozenset({_S.HELD, _S.INQUORATE})
_WITHOUT_MINUTES = BEFORE_INVITING | {_S.CONVENED, _S.CANCELLED}


def offer(sheet: MeetingSheet) -> Offer:
    """Return the actions that the meeting allows now."""
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
        rare = tuple(_RARE[target] for target in _RARE if target in sheet.moves and target is not _S.HELD)
        convened = sheet.meeting.state is _S.CONVENED and not sheet.read_only
        return (_TAKE_BACK, *rare) if convened else rare
    ends = {**_RARE, _S.INQUORATE: _CORRECT_INQUORATE}
    free = sheet.minutes_state is None or sheet.minutes_state in EDITABLE
    return tuple(act for target, act in ends.items() if target in sheet.moves and (free or target not in _ENDS))


def _named(action: PageAction, sheet: MeetingSheet) -> PageAction:
    again = sheet.meeting.state is _S.POSTPONED
    return PageAction(action.key, meeting_course.RESCHEDULE, action.icon) if again else action


def _minutes(sheet: MeetingSheet) -> PageAction | None:
    """Return the action that leads to the minutes; none for a cancelled meeting."""
    if sheet.minutes_version_id is None or sheet.meeting.state in _WITHOUT_MINUTES:
        return None
    open_text = sheet.minutes_state in EDITABLE and not sheet.read_only
    return PageAction(
        "minutes",
        meeting_course.WRITE_MINUTES if open_text else meeting_course.SEE_MINUTES,
        "pen-line" if open_text else "file-text",
        hint=MINUTES_KEYS,
    )


WATCHED = Changed.MEETINGS | Changed.MINUTES | Changed.MEMBERS | Changed.RESOLUTIONS | Changed.SETTINGS


class MeetingEditSession(PageController):
    """Shared state of the parts of the meeting's controller."""

    def __init__(self, page: MeetingPage, context: Context, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self.page = page
        self._sheet: MeetingSheet | None = None

    @property
    def is_open(self) -> bool:
        """Whether a meeting is shown."""
        return self._sheet is not None

    @property
    def sheet(self) -> MeetingSheet:
        """The sheet of the meeting that is shown."""
        if self._sheet is None:
            raise LookupError("no meeting is open")
        return self._sheet

    @property
    def meeting_id(self) -> int:
        """The id of the meeting that is shown."""
        return self.sheet.meeting.id

    def history_key(self) -> RecordKey | None:
        """The key of this meeting in the change history."""
        return RecordKey("meeting", self.meeting_id) if self.is_open else None

    def load(self, meeting_id: int, before: MeetingSheet | None = None) -> bool:
        """Read a meeting and show it; return whether it could be read."""
        try:
            sheet = meeting_sheet(self.context, meeting_id, before)
        except Refused as refused:
            if self.is_open and self.meeting_id == meeting_id:
                self.show_problem(refused)
            else:
                self._show_unread(refused)
            return False
        if self.is_open and self.meeting_id != meeting_id:
            self.steps.forget()
        self._sheet = sheet
        self.page.show_sheet(sheet)
        found = offer(sheet)
        self.page.show_acts(found.buttons, found.menu)
        return True

    def _show_unread(self, refused: Refused) -> None:
        """Hide the page behind the error, so that nothing of the previous meeting is shown or changed."""
        if self.is_open:
            # whoever leads here has asked before; what is typed all the same is still saved where it belongs
            self.page.facts.flush()
        self.steps.forget()
        self._sheet = None
        self.page.unread.show(sentence(refused))

    def reload(self, changed: Changed) -> None:
        """Read the meeting again if a change concerns it."""
        if self.is_open and changed & WATCHED:
            self.load(self.meeting_id)

    def read_again(self, _changed: Changed) -> None:
        """Read the meeting again after an action here; clear the message above the page."""
        if self._sheet is not None:
            self.page.clear_notice()
            self.load(self.meeting_id, self._sheet)

    def show_refused(self, refused: Refused, refuse: Refuse) -> None:
        """Show the stored values again, then the refusal."""
        if self._sheet is not None:
            self.page.show_sheet(self._sheet)
        super().show_refused(refused, refuse)
        self.tell_saved()

    def show_problem(self, refused: Refused) -> None:
        """Show the refusal in the open dialog, or above the page."""
        form = self.page.postponing or self.page.sending
        if form is not None:
            form.show_refusal("", sentence(refused))
        else:
            self.page.show_notice(sentence(refused))

    def show_step(self, made: Outcome, _said: str) -> None:
        """Focus the seat, guest or item that an undo changed, or show the facts."""
        records = [record_of(row) for row in made.written]
        for record in records:
            if isinstance(record, Attendance):
                self.page.go_to_seat(record.seat_id)
            elif isinstance(record, Meeting):
                self.page.show_facts()
            elif isinstance(record, Guest) and self.page.attendance.guests.row(record.id) is not None:
                self.page.go_to_attendance()
                self.page.attendance.guests.focus(record.id)
        items = [record.id for record in records if isinstance(record, AgendaItem)]
        if len(items) == 1:
            self.page.go_to_item(items[0])

    def report_done(self, said: str) -> None:
        """Show a message about a finished action."""
        super().report_done(said or meeting_course.SAVED)

    def tell_saved(self) -> None:
        """Update the status text: whether typed input is unsaved."""
        if self.page.unfinished():
            self.status_message.emit(meeting_course.NOT_SAVED, Tone.WARNING)
        else:
            self.status_message.emit(meeting_course.SAVED, Tone.DONE)


class MeetingEdits(QObject):
    """Connects the signals of the panes with the services."""

    def __init__(self, session: MeetingEditSession) -> None:
        super().__init__(session)
        self._session = session
        signals = session.page.signals
        signals.fact_edited.connect(self.save_fact)
        signals.item_saved.connect(self.save_item)
        signals.item_removed.connect(self.remove_item)
        signals.item_moved.connect(self.move_item)
        signals.item_parked.connect(self.park_item)
        signals.item_taken_up.connect(self.take_up_item)
        signals.item_started.connect(self.start_item)
        signals.item_finished.connect(self.finish_item)
        signals.seat_marked.connect(self.mark)
        signals.seat_late.connect(self.mark_late)
        signals.edit_left.connect(session.tell_saved)
        signals.guest_saved.connect(self.save_guest)
        signals.guest_removed.connect(self.remove_guest)

    # ---- facts

    def save_fact(self, meeting: Meeting, field: str) -> None:
        """Save the meeting with one changed fact."""

        def refuse(refused: Refused) -> bool:
            return self._session.page.show_fact_refusal(refused.field or field, sentence(refused))

        self._session.act(
            lambda context: save_meeting(context, meeting),
            refuse,
            back=HowToUndo(words.fact_changed(field), undo_by_rows),
        )

    # ---- agenda

    def save_item(self, item: AgendaItem) -> None:
        """Save a new or a changed agenda item."""
        save = agenda.save_item if item.id else agenda.add_item
        what = words.item_changed(item.title) if item.id else words.item_added(item.title)

        def refuse(refused: Refused) -> bool:
            return self._session.page.agenda.show_refusal(refused.field, sentence(refused))

        outcome = self._session.act(lambda context: save(context, item), refuse, back=HowToUndo(what, undo_by_rows))
        if outcome is not None:
            self._session.page.agenda.close_form()
            self._session.page.agenda.rows.focus(outcome.id)

    def remove_item(self, item_id: int) -> None:
        """Remove an item from the agenda."""
        title = self._title(item_id)
        self._remove(lambda context: agenda.remove_item(context, item_id), title, words.item_removed(title))

    def move_item(self, item_id: int, step: int) -> None:
        """Move an item one row up or down."""
        self._do(lambda context: agenda.move_item(context, item_id, step), words.item_moved(self._title(item_id)))

    def start_item(self, item_id: int) -> None:
        """Start the discussion of an item; its clock runs."""
        self._do(lambda context: agenda.start_item(context, item_id), words.item_started(self._title(item_id)))

    def finish_item(self, item_id: int) -> None:
        """Finish the discussion of an item."""
        self._do(lambda context: agenda.finish_item(context, item_id), words.item_finished(self._title(item_id)))

    def park_item(self, item_id: int) -> None:
        """Park an item for a later meeting."""
        what = words.item_parked(self._title(item_id))
        if self._do(lambda context: agenda.park_item(context, item_id), what):
            self._session.page.go_to_item(item_id)

    def take_up_item(self, item_id: int) -> None:
        """Add a parked item to the end of this agenda."""
        meeting_id, what = self._session.meeting_id, words.item_taken_up(self._title(item_id))
        if self._do(lambda context: agenda.unpark_item(context, item_id, meeting_id), what):
            self._session.page.go_to_item(item_id)

    def _do(self, do: Callable[[Context], Outcome], what: str) -> bool:
        """Run one action that needs no form; return whether it was done."""
        return self._session.act(do, back=HowToUndo(what, undo_by_rows)) is not None

    def _title(self, item_id: int) -> str:
        sheet = self._session.sheet
        every = (*(row.item for row in sheet.agenda), *sheet.parked)
        return next((item.title for item in every if item.id == item_id), "")

    # ---- attendance

    def mark(self, seat_id: int, mark: SeatMark) -> None:
        """Save the attendance mark of one seat."""
        meeting_id = self._session.meeting_id
        self._mark(
            lambda context: attendance.mark_attendance(context, meeting_id, seat_id, mark),
            seat_id,
            state_words.SEAT_STATES[mark.state],
        )

    def mark_late(self, seat_id: int) -> None:
        """Mark the holder of a seat as arriving now."""
        meeting_id = self._session.meeting_id
        self._mark(lambda context: attendance.mark_late(context, meeting_id, seat_id), seat_id, words.LATE)

    def _mark(self, do: Callable[[Context], Outcome], seat_id: int, state: str) -> None:
        name = self._seat_name(seat_id)

        def refuse(refused: Refused) -> bool:
            return self._session.page.attendance.show_refusal(seat_id, refused.field, sentence(refused))

        back = HowToUndo(words.marked(name, state), undo_by_rows)
        self._session.act(do, refuse, said=meeting_course.marked(name, state), back=back)

    def _seat_name(self, seat_id: int) -> str:
        rows = (row for party in self._session.sheet.attendance for row in party.rows)
        return next((row.name for row in rows if row.seat_id == seat_id), "")

    # ---- guests

    def save_guest(self, guest: Guest) -> None:
        """Save a new or a changed guest."""
        meeting_id = self._session.meeting_id
        what = words.guest_changed(guest.name) if guest.id else words.guest_added(guest.name)

        def refuse(refused: Refused) -> bool:
            return self._session.page.attendance.guests.show_refusal(refused.field, sentence(refused))

        def do(context: Context) -> Outcome:
            if guest.id:
                return attendance.save_guest(context, guest)
            return attendance.add_guest(context, meeting_id, name=guest.name, post=guest.post)

        if self._session.act(do, refuse, back=HowToUndo(what, undo_by_rows)) is not None:
            self._session.page.attendance.guests.close_form()

    def remove_guest(self, guest_id: int) -> None:
        """Remove a guest from the list."""
        name = next((guest.name for guest in self._session.sheet.guests if guest.id == guest_id), "")
        self._remove(lambda context: attendance.remove_guest(context, guest_id), name, words.guest_removed(name))

    def _remove(self, do: Callable[[Context], Outcome], name: str, what: str) -> None:
        """Remove a record without asking; undo restores it."""
        self._session.act(do, said=meeting_course.removed(name), back=HowToUndo(what, undo_by_rows))
