"""The page of members: people, seats with their nominations, and units; each change is one act."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QObject

from desktop_app.controllers.members.late_letter import late_letter
from desktop_app.controllers.members.members_edit_session import MembersEditSession
from desktop_app.controllers.shell.destinations import (
    Destination,
    OpenPage,
    OpenPapers,
    OpenRegister,
    OpenUnitTasks,
)
from desktop_app.controllers.shell.page_controller import to_history
from desktop_app.controllers.shell.undo_list import Do, WayBack, by_rows
from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Outcome
from desktop_app.domain.read_models.history import RecordKey
from desktop_app.domain.read_models.members_sheet import NominationDraft
from desktop_app.domain.rules.members import Nomination, Person, Seat, Unit
from desktop_app.services.context import Context
from desktop_app.services.members import nominations, people, seats, units
from desktop_app.services.members.members_sheet import unit_in_hand
from desktop_app.text.office import members as words
from desktop_app.text.office import members_forms as form_words
from desktop_app.text.office import members_steps as steps
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.members.members_page import MembersPage
from desktop_app.views.members.members_signals import PERSON, SEAT, UNIT
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question, sure_to_leave
from desktop_app.widgets.style.tokens import Tone

ARCHIVE: Final = {SEAT: seats.archive_seat, UNIT: units.archive_unit, PERSON: people.archive_person}
RESTORE: Final = {SEAT: seats.restore_seat, UNIT: units.restore_unit, PERSON: people.restore_person}
MOVE: Final = {SEAT: seats.move_seat, UNIT: units.move_unit}
"""People stand in the order of their names."""


class MembersController(MembersEditSession):
    """Shows everybody at once, and leads to the open tasks of a unit."""

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
        signals.unit_shown.connect(self._show_in_hand)
        signals.tasks_requested.connect(self.open_tasks)
        signals.register_requested.connect(self.open_letter)
        signals.history_requested.connect(lambda: to_history(self))
        signals.copied.connect(lambda whole: self.tell_done(words.COPIED if whole else words.ROW_COPIED))
        signals.edited.connect(self.tell_saved)
        signals.founding_requested.connect(lambda: self.navigated.emit(OpenPage("founding")))
        signals.late_letter_requested.connect(self.remind)
        page.panel.set_guard(self._sure_to_leave)

    # ---- showing

    def visit(self, _destination: Destination) -> None:
        """Show the page."""
        self.show()

    def show(self) -> None:
        """Read everything and show it."""
        self.page.clear_notice()
        self.load()

    def may_leave(self) -> bool:
        """Ask when something typed is not saved; given up, its form closes."""
        if not self.page.panel.unfinished():
            return True
        if not self._sure_to_leave():
            return False
        self.page.close_form()
        return True

    # ---- records

    def save_seat(self, seat: Seat, seen: Seat | None) -> None:
        """A new seat, or a changed one."""

        def do(context: Context) -> Outcome:
            return seats.save_seat(context, seat, seen=seen) if seat.id else seats.add_seat(context, seat)

        self._save(do, SEAT, changes=seat.title if seat.id else "")

    def save_unit(self, unit: Unit, seen: Unit | None) -> None:
        """A new unit, or a changed one."""

        def do(context: Context) -> Outcome:
            return units.save_unit(context, unit, seen=seen) if unit.id else units.add_unit(context, unit)

        self._save(do, UNIT, changes=unit.name if unit.id else "")

    def save_person(self, person: Person, seen: Person | None) -> None:
        """A new person, or a changed one."""

        def do(context: Context) -> Outcome:
            return people.save_person(context, person, seen=seen) if person.id else people.add_person(context, person)

        self._save(do, PERSON, changes=person.name if person.id else "")

    # ---- nominations

    def nominate(self, draft: NominationDraft) -> None:
        """A letter for a seat."""
        one = draft.nomination

        def do(context: Context) -> Outcome:
            return nominations.nominate(context, one, newcomer=draft.newcomer, succeeds=draft.succeeds)

        self._save(do, "nominate", one.seat_id)

    def begin(self, nomination_id: int, day: date | None, succeeds: bool) -> None:
        """An introduced person becomes a member."""
        if day is None:
            self.page.panel.show_refusal("from_day", form_words.DAY_MISSING)
            return
        self._save(
            lambda context: nominations.begin_membership(context, nomination_id, day, succeeds=succeeds),
            "begin",
            self.seat_of(nomination_id),
        )

    def end(self, nomination_id: int, day: date | None, reason: str) -> None:
        """A membership ends."""
        if day is None:
            self.page.panel.show_refusal("to_day", form_words.DAY_MISSING)
            return
        self._save(
            lambda context: nominations.end_membership(context, nomination_id, day, reason),
            "end",
            self.seat_of(nomination_id),
        )

    def save_letter(self, nomination: Nomination, seen: Nomination) -> None:
        """A letter or its days corrected."""
        self._save(
            lambda context: nominations.save_nomination(context, nomination, seen=seen),
            "letter",
            nomination.seat_id,
            changes=self.name_of(SEAT, nomination.seat_id),
        )

    # ---- order and archive

    def move(self, kind: str, record_id: int, step: int) -> None:
        """One place up or down, where the order is the operator's."""
        move = MOVE.get(kind)
        if move is None:
            return
        # at the end of its list nothing moves, and what stood above the page is over all the same
        back = WayBack(steps.moved(self.name_of(kind, record_id)), by_rows)
        made = self.act(lambda context: move(context, record_id, step), accept=self.page.clear_notice, back=back)
        if made is not None and made.changed:
            self.offer_undo(form_words.MOVED_TOLD if kind == SEAT else form_words.MOVED_UNIT_TOLD)

    def archive(self, kind: str, record_id: int) -> None:
        """Ask, then put aside; a unit with open tasks leads to them."""
        name = self.name_of(kind, record_id)
        question = Question(
            form_words.ARCHIVE_ASK[kind],
            form_words.archive_text(name),
            (Choice("archive", words.ARCHIVE), Choice("stay", words.CANCEL)),
        )
        if self._dialogs.ask(question) != "archive":
            return

        def refuse(refused: Refused) -> bool:
            if refused.key != "unit_has_open_tasks":
                return False
            self.notice(sentence(refused), Tone.WARNING, words.SEE_TASKS, lambda: self.open_tasks(record_id))
            return True

        back = WayBack(steps.archived(name), by_rows)
        if self.act(lambda context: ARCHIVE[kind](context, record_id), refuse, back=back) is not None:
            self.offer_undo(form_words.archived(kind, name))

    def restore(self, kind: str, record_id: int) -> None:
        """Bring back what was archived."""
        name = self.name_of(kind, record_id)
        back = WayBack(steps.restored(name), by_rows)
        if self.act(lambda context: RESTORE[kind](context, record_id), back=back) is not None:
            self.offer_undo(form_words.restored(name))

    def history_key(self) -> RecordKey | None:
        """That of the chosen row."""
        detail = self.page.panel.detail()
        return RecordKey(*detail.key) if detail is not None else None

    def open_tasks(self, unit_id: int) -> None:
        """To the open tasks of a unit."""
        if self.may_leave():
            self.navigated.emit(OpenUnitTasks(unit_id))

    def open_letter(self, line: int) -> None:
        """To a letter in the register."""
        if self.may_leave():
            self.navigated.emit(OpenRegister(line))

    def remind(self, party_id: int) -> None:
        """To the letter to a party that has named nobody in time, ready to be sent."""
        order = late_letter(self._sheet, party_id) if self._sheet is not None else None
        if order is not None and self.may_leave():
            self.navigated.emit(OpenPapers(order))

    def tell_saved(self) -> None:
        """The standing sentence at the foot of the window."""
        if self.page.panel.unfinished():
            self.saved_told.emit(form_words.NOT_SAVED, Tone.WARNING)
        else:
            self.saved_told.emit(words.SAVED, Tone.DONE)

    # ---- inside

    def _show_in_hand(self, unit_id: int) -> None:
        try:
            in_hand = unit_in_hand(self.context, unit_id)
        except Refused as refused:
            self.show_problem(refused)
            return
        self.page.show_in_hand(unit_id, in_hand)

    def _save(self, do: Do, done: str, seat_id: int | None = None, *, changes: str = "") -> None:
        """Do what the open form asks for, then close it over its record: the one that was saved, or the seat.

        ``changes`` names a record that is changed, which can be taken back; what is added is kept for ever.
        """
        back = WayBack(steps.changed(done, changes), by_rows) if changes else None
        made = self.act(do, said=form_words.DONE_TOLD[done], back=back)
        if made is not None:
            key = (done, made.id) if seat_id is None else (SEAT, seat_id)
            self.page.close_form(*key)

    def _sure_to_leave(self) -> bool:
        title, loss = form_words.LEAVE_ASK, form_words.LEAVE_TEXT
        return sure_to_leave(
            self._dialogs, title, loss, stay=form_words.STAY, leave=form_words.LEAVE, save=self.page.panel.save_now
        )
