"""Controller of the page of members: people, seats with their nominations, and units; each change is one act.

A party that has not named its representatives in time can be sent a letter: an order of the page of papers.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QObject

from desktop_app.domain.calendar.jalali import format_long
from desktop_app.domain.documents.letter_lines import LetterAdditions
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.history import RecordKey
from desktop_app.domain.read_models.members_sheet import MembersSheet, NominationDraft
from desktop_app.domain.rules.members import Nomination, Person, Seat, Unit
from desktop_app.services.context import Context
from desktop_app.services.history.undo import record_of
from desktop_app.services.members import nominations, people, seats, units
from desktop_app.services.members.members_sheet import members_sheet, unit_details
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question, confirm_leave
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.destinations import Destination, OpenPage, OpenPapers, OpenRegister, OpenUnitTasks
from desktop_app.window.kit.members_format import PERSON, SEAT, UNIT
from desktop_app.window.kit.page_controller import PageController, to_history
from desktop_app.window.kit.undo_list import Do, HowToUndo, undo_by_rows
from desktop_app.window.members import words
from desktop_app.window.members.page import MembersPage
from desktop_app.window.members.shown import late_clock
from desktop_app.words import members
from desktop_app.words.history import UNDO
from desktop_app.words.refusals import sentence


def late_letter(sheet: MembersSheet, party_id: int) -> PaperOrder | None:
    """Return a draft letter to the party's signatory about a late nomination; None if it is not late."""
    party = next((one for one in sheet.parties if one.party.id == party_id), None)
    clock = late_clock(party) if party is not None else None
    if party is None or clock is None or sheet.signed_on is None:
        return None
    told = party.party
    return PaperOrder(
        kind=PaperKind.LETTER,
        to=told.signatory or told.name,
        to_post=told.signatory_post,
        text=words.text(told.name, format_long(sheet.signed_on), format_long(clock.due), clock.days_late),
        said=LetterAdditions(subject=words.SUBJECT),
        record=f"party:{told.id}",
    )


WATCHED = Changed.MEMBERS | Changed.TASKS | Changed.SETTINGS
_PLACES: Final[dict[type, tuple[str, str]]] = {
    Seat: (members.SEATS, SEAT),
    Unit: (members.UNITS, UNIT),
    Person: (members.PEOPLE, PERSON),
}
"""By record: the part of the page that shows it, and its kind there."""


class MembersEditSession(PageController):
    """Shared state of the parts of the members' controller."""

    def __init__(self, page: MembersPage, context: Context, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self.page = page
        self._sheet: MembersSheet | None = None
        self._after_notice: Callable[[], object] | None = None
        page.signals.notice_act_requested.connect(self._do_after_notice)

    # ---- the sheet

    def load(self) -> None:
        """Read all members and units and show them."""
        try:
            self._sheet = members_sheet(self.context)
        except Refused as refused:
            if refused.key == "committee_missing":
                self.page.show_missing(founding=self.context.writable)
            else:
                self.show_problem(refused)
            return
        self.page.show_sheet(self._sheet)

    def reload(self, changed: Changed) -> None:
        """Read again if a change elsewhere concerns this page."""
        if self._sheet is not None and changed & WATCHED:
            self.load()

    def read_again(self, changed: Changed) -> None:
        """Read again and clear the message above the page."""
        self.page.clear_notice()
        self.reload(changed)

    def show_problem(self, refused: Refused) -> None:
        """Show the refusal beside its field in the open form, or above the page."""
        text = sentence(refused)
        if not self.page.panel.show_refusal(refused.field, text):
            self.page.show_notice(text, Tone.DANGER)

    def name_of(self, kind: str, record_id: int) -> str:
        """Return the name of a record that is shown."""
        sheet = self._sheet
        if sheet is None:
            return ""
        if kind == SEAT:
            seat = sheet.seat(record_id)
            return seat[1].seat.title if seat else ""
        if kind == UNIT:
            unit = sheet.unit(record_id)
            return unit[1].unit.name if unit else ""
        person = sheet.person(record_id)
        return person.person.name if person else ""

    def seat_of(self, nomination_id: int) -> int:
        """Return the seat of a nomination."""
        parties = self._sheet.parties if self._sheet is not None else ()
        lines = (line for party in parties for line in (*party.seats, *party.archived_seats))
        found = (line.seat.id for line in lines if any(one.nomination.id == nomination_id for one in line.history))
        return next(found, 0)

    # ---- told

    def show_step(self, made: Outcome, _said: str) -> None:
        """Focus the record that an undo changed; a form with unsaved input stays."""
        records = [record_of(row) for row in made.written]
        found = [one for one in records if isinstance(one, Seat | Unit | Person) and one.archived_on is None]
        if len(found) == 1 and not self.page.panel.unfinished():
            part, kind = _PLACES[type(found[0])]
            self.page.show_part(part)
            self.page.close_form(kind, found[0].id)

    def show_step_refused(self, refused: Refused) -> None:
        """Show above the page why an undo was refused."""
        self.page.show_notice(sentence(refused), Tone.DANGER)

    def offer_undo(self, said: str) -> None:
        """Show a message about the action, with an undo button."""
        self.report_done(said)
        self.notice(said, Tone.DONE, UNDO if self.steps.last_done() is not None else "", self.undo)

    def notice(self, text: str, tone: Tone, action: str, after: Callable[[], object]) -> None:
        """Show a message above the page with a button."""
        self.page.show_notice(text, tone, action)
        self._after_notice = after

    def _do_after_notice(self) -> None:
        if self._after_notice is not None:
            # first, since what comes after may lead to another page
            self.page.focus_list()
            self._after_notice()


ARCHIVE: Final = {SEAT: seats.archive_seat, UNIT: units.archive_unit, PERSON: people.archive_person}
RESTORE: Final = {SEAT: seats.restore_seat, UNIT: units.restore_unit, PERSON: people.restore_person}
MOVE: Final = {SEAT: seats.move_seat, UNIT: units.move_unit}
"""People stand in the order of their names."""


class MembersController(MembersEditSession):
    """Shows all members and units, and opens the tasks of a unit."""

    def __init__(self, page: MembersPage, context: Context, dialogs: Dialogs, parent: QObject | None = None) -> None:
        super().__init__(page, context, parent)
        self._dialogs = dialogs
        signals = page.signals
        signals.seat_saved.connect(self.save_seat)
        signals.unit_saved.connect(self.save_unit)
        signals.person_saved.connect(self.save_person)
        signals.nominated.connect(self.nominate)
        signals.membership_begun.connect(self.begin)
        signals.membership_ended.connect(self.end)
        signals.letter_saved.connect(self.save_letter)
        signals.archive_requested.connect(self.archive)
        signals.restore_requested.connect(self.restore)
        signals.shifted.connect(self.move)
        signals.unit_shown.connect(self._show_open_task_count)
        signals.tasks_requested.connect(self.open_tasks)
        signals.register_requested.connect(self.open_letter)
        signals.history_requested.connect(lambda: to_history(self))
        signals.copied.connect(lambda whole: self.report_done(members.COPIED if whole else members.ROW_COPIED))
        signals.edited.connect(self.tell_saved)
        signals.founding_requested.connect(lambda: self.navigated.emit(OpenPage("founding")))
        signals.late_letter_requested.connect(self.remind)
        page.panel.set_guard(self._sure_to_leave)

    # ---- showing

    def visit(self, _destination: Destination) -> None:
        """Show the page."""
        self.show()

    def show(self) -> None:
        """Read all members and units and show them."""
        self.page.clear_notice()
        self.load()

    def may_leave(self) -> bool:
        """Ask the operator if a form holds unsaved input; discarding it closes the form."""
        if not self.page.panel.unfinished():
            return True
        if not self._sure_to_leave():
            return False
        self.page.close_form()
        return True

    # ---- records

    def save_seat(self, seat: Seat, seen: Seat | None) -> None:
        """Save a new or a changed seat."""

        def do(context: Context) -> Outcome:
            return seats.save_seat(context, seat, seen=seen) if seat.id else seats.add_seat(context, seat)

        self._save(do, SEAT, changes=seat.title if seat.id else "")

    def save_unit(self, unit: Unit, seen: Unit | None) -> None:
        """Save a new or a changed unit."""

        def do(context: Context) -> Outcome:
            return units.save_unit(context, unit, seen=seen) if unit.id else units.add_unit(context, unit)

        self._save(do, UNIT, changes=unit.name if unit.id else "")

    def save_person(self, person: Person, seen: Person | None) -> None:
        """Save a new or a changed person."""

        def do(context: Context) -> Outcome:
            return people.save_person(context, person, seen=seen) if person.id else people.add_person(context, person)

        self._save(do, PERSON, changes=person.name if person.id else "")

    # ---- nominations

    def nominate(self, draft: NominationDraft) -> None:
        """Save a new nomination for a seat."""
        one = draft.nomination

        def do(context: Context) -> Outcome:
            return nominations.nominate(context, one, newcomer=draft.newcomer, succeeds=draft.succeeds)

        self._save(do, "nominate", one.seat_id)

    def begin(self, nomination_id: int, day: date | None, succeeds: bool) -> None:
        """Begin the membership of a nominated person."""
        if day is None:
            self.page.panel.show_refusal("from_day", members.DAY_MISSING)
            return
        self._save(
            lambda context: nominations.begin_membership(context, nomination_id, day, succeeds=succeeds),
            "begin",
            self.seat_of(nomination_id),
        )

    def end(self, nomination_id: int, day: date | None, reason: str) -> None:
        """End a membership."""
        if day is None:
            self.page.panel.show_refusal("to_day", members.DAY_MISSING)
            return
        self._save(
            lambda context: nominations.end_membership(context, nomination_id, day, reason),
            "end",
            self.seat_of(nomination_id),
        )

    def save_letter(self, nomination: Nomination, seen: Nomination) -> None:
        """Save corrections of a letter of nomination or of its dates."""
        self._save(
            lambda context: nominations.save_nomination(context, nomination, seen=seen),
            "letter",
            nomination.seat_id,
            changes=self.name_of(SEAT, nomination.seat_id),
        )

    # ---- order and archive

    def move(self, kind: str, record_id: int, step: int) -> None:
        """Move a record one row up or down."""
        move = MOVE.get(kind)
        if move is None:
            return
        # at the end of its list nothing moves, and what stood above the page is over all the same
        back = HowToUndo(words.moved(self.name_of(kind, record_id)), undo_by_rows)
        made = self.act(lambda context: move(context, record_id, step), accept=self.page.clear_notice, back=back)
        if made is not None and made.changed:
            self.offer_undo(members.MOVED_TOLD if kind == SEAT else members.MOVED_UNIT_TOLD)

    def archive(self, kind: str, record_id: int) -> None:
        """Ask, then archive a record; a unit with open tasks offers to show them."""
        name = self.name_of(kind, record_id)
        question = Question(
            members.ARCHIVE_ASK[kind],
            members.archive_text(name),
            (Choice("archive", members.ARCHIVE), Choice("stay", members.CANCEL)),
        )
        if self._dialogs.ask(question) != "archive":
            return

        def refuse(refused: Refused) -> bool:
            if refused.key != "unit_has_open_tasks":
                return False
            self.notice(sentence(refused), Tone.WARNING, members.SEE_TASKS, lambda: self.open_tasks(record_id))
            return True

        back = HowToUndo(words.archived(name), undo_by_rows)
        if self.act(lambda context: ARCHIVE[kind](context, record_id), refuse, back=back) is not None:
            self.offer_undo(members.archived(kind, name))

    def restore(self, kind: str, record_id: int) -> None:
        """Restore an archived record."""
        name = self.name_of(kind, record_id)
        back = HowToUndo(words.restored(name), undo_by_rows)
        if self.act(lambda context: RESTORE[kind](context, record_id), back=back) is not None:
            self.offer_undo(members.restored(name))

    def history_key(self) -> RecordKey | None:
        """The key of the selected record in the change history."""
        detail = self.page.panel.detail()
        return RecordKey(*detail.key) if detail is not None else None

    def open_tasks(self, unit_id: int) -> None:
        """Open the open tasks of a unit."""
        if self.may_leave():
            self.navigated.emit(OpenUnitTasks(unit_id))

    def open_letter(self, line: int) -> None:
        """Open a letter in the register."""
        if self.may_leave():
            self.navigated.emit(OpenRegister(line))

    def remind(self, party_id: int) -> None:
        """Open the draft letter to a party whose nomination is late."""
        order = late_letter(self._sheet, party_id) if self._sheet is not None else None
        if order is not None and self.may_leave():
            self.navigated.emit(OpenPapers(order))

    def tell_saved(self) -> None:
        """Update the status text at the bottom of the window."""
        if self.page.panel.unfinished():
            self.status_message.emit(members.NOT_SAVED, Tone.WARNING)
        else:
            self.status_message.emit(members.SAVED, Tone.DONE)

    # ---- inside

    def _show_open_task_count(self, unit_id: int) -> None:
        try:
            in_hand = unit_details(self.context, unit_id)
        except Refused as refused:
            self.show_problem(refused)
            return
        self.page.show_open_task_count(unit_id, in_hand)

    def _save(self, do: Do, done: str, seat_id: int | None = None, *, changes: str = "") -> None:
        """Save the open form, close it and select the saved record or its seat.

        ``changes`` names a record that is changed, which can be taken back; what is added is kept for ever.
        """
        back = HowToUndo(words.changed(done, changes), undo_by_rows) if changes else None
        made = self.act(do, said=members.DONE_TOLD[done], back=back)
        if made is not None:
            key = (done, made.id) if seat_id is None else (SEAT, seat_id)
            self.page.close_form(*key)

    def _sure_to_leave(self) -> bool:
        title, loss = members.LEAVE_ASK, members.LEAVE_TEXT
        return confirm_leave(
            self._dialogs, title, loss, stay=members.STAY, leave=members.LEAVE, save=self.page.panel.save_now
        )
