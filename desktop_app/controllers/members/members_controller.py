"""The page of members: people, seats with their nominations, and units; each change is one act."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QObject

from desktop_app.controllers.shell.destinations import Destination, OpenPage, OpenUnitTasks
from desktop_app.controllers.shell.page_controller import PageController
from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.members_sheet import MembersSheet, NominationDraft
from desktop_app.domain.rules.members import Nomination, Person, Seat, Unit
from desktop_app.services.context import Context
from desktop_app.services.members import nominations, people, seats, units
from desktop_app.services.members.members_sheet import members_sheet, open_tasks_of
from desktop_app.services.outcome import Outcome
from desktop_app.services.ports import Changed
from desktop_app.text.office import members as words
from desktop_app.text.office import members_forms as form_words
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.members.members_page import MembersPage
from desktop_app.views.members.members_signals import PERSON, SEAT, UNIT
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question, sure_to_leave
from desktop_app.widgets.style.tokens import Tone

WATCHED = Changed.MEMBERS | Changed.TASKS | Changed.SETTINGS
Act = Callable[[Context], Outcome]
ARCHIVE: Final = {SEAT: seats.archive_seat, UNIT: units.archive_unit, PERSON: people.archive_person}
RESTORE: Final = {SEAT: seats.restore_seat, UNIT: units.restore_unit, PERSON: people.restore_person}
MOVE: Final = {SEAT: seats.move_seat, UNIT: units.move_unit}
"""People stand in the order of their names."""


class MembersController(PageController):
    """Shows everybody at once, and leads to the open tasks of a unit."""

    def __init__(self, page: MembersPage, context: Context, dialogs: Dialogs, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self.page, self._dialogs = page, dialogs
        self._sheet: MembersSheet | None = None
        self._after_notice: Callable[[], object] | None = None
        wants = page.signals
        wants.seat_saved.connect(self.save_seat)
        wants.unit_saved.connect(self.save_unit)
        wants.person_saved.connect(self.save_person)
        wants.nominated.connect(self.nominate)
        wants.membership_begun.connect(self.begin)
        wants.membership_ended.connect(self.end)
        wants.letter_saved.connect(self.save_letter)
        wants.archive_requested.connect(self.archive)
        wants.restore_requested.connect(self.restore)
        wants.shifted.connect(self.move)
        wants.unit_shown.connect(lambda unit_id: page.show_open_tasks(unit_id, open_tasks_of(context, unit_id)))
        wants.tasks_requested.connect(self.open_tasks)
        wants.notice_act_requested.connect(self._do_after_notice)
        wants.copied.connect(lambda whole: self.tell_done(words.COPIED if whole else words.ROW_COPIED))
        wants.edited.connect(self.tell_saved)
        wants.founding_requested.connect(lambda: self.navigated.emit(OpenPage("founding")))
        page.panel.set_guard(self._sure_to_leave)

    # ---- showing

    def visit(self, _destination: Destination) -> None:
        """Show the page."""
        self.show()

    def show(self) -> None:
        """Read everything and show it."""
        self.page.clear_notice()
        self._load()

    def reload(self, changed: Changed) -> None:
        """Read again when another page changed what shows here."""
        if self._sheet is not None and changed & WATCHED:
            self._load()

    def read_again(self, changed: Changed) -> None:
        """Read again; what stood above the page is over."""
        self.page.clear_notice()
        self.reload(changed)

    def show_problem(self, refused: Refused) -> None:
        """Say beside its field in the open form what was refused, else above the page."""
        text = sentence(refused)
        if not self.page.panel.show_refusal(refused.field, text):
            self.page.show_notice(text, Tone.DANGER)

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

        self._save(do, SEAT)

    def save_unit(self, unit: Unit, seen: Unit | None) -> None:
        """A new unit, or a changed one."""

        def do(context: Context) -> Outcome:
            return units.save_unit(context, unit, seen=seen) if unit.id else units.add_unit(context, unit)

        self._save(do, UNIT)

    def save_person(self, person: Person, seen: Person | None) -> None:
        """A new person, or a changed one."""

        def do(context: Context) -> Outcome:
            return people.save_person(context, person, seen=seen) if person.id else people.add_person(context, person)

        self._save(do, PERSON)

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
            _seat_of(self._sheet, nomination_id),
        )

    def end(self, nomination_id: int, day: date | None, reason: str) -> None:
        """A membership ends."""
        if day is None:
            self.page.panel.show_refusal("to_day", form_words.DAY_MISSING)
            return
        self._save(
            lambda context: nominations.end_membership(context, nomination_id, day, reason),
            "end",
            _seat_of(self._sheet, nomination_id),
        )

    def save_letter(self, nomination: Nomination, seen: Nomination) -> None:
        """A letter or its days corrected."""
        self._save(
            lambda context: nominations.save_nomination(context, nomination, seen=seen), "letter", nomination.seat_id
        )

    # ---- order and archive

    def move(self, kind: str, record_id: int, step: int) -> None:
        """One place up or down, where the order is the operator's."""
        move = MOVE.get(kind)
        if move is None:
            return
        # at the end of its list nothing moves, and what stood above the page is over all the same
        made = self.act(lambda context: move(context, record_id, step), accept=self.page.clear_notice)
        if made is not None and made.changed:
            said = form_words.MOVED_TOLD if kind == SEAT else form_words.MOVED_UNIT_TOLD
            self._offer_back(said, lambda context: move(context, record_id, -step))

    def archive(self, kind: str, record_id: int) -> None:
        """Ask, then put aside; a unit with open tasks leads to them."""
        name = _name(self._sheet, kind, record_id)
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
            self._notice(sentence(refused), Tone.WARNING, words.SEE_TASKS, lambda: self.open_tasks(record_id))
            return True

        if self.act(lambda context: ARCHIVE[kind](context, record_id), refuse) is not None:
            self._offer_back(form_words.archived(kind, name), lambda context: RESTORE[kind](context, record_id))

    def restore(self, kind: str, record_id: int) -> None:
        """Bring back what was archived."""
        name = _name(self._sheet, kind, record_id)
        if self.act(lambda context: RESTORE[kind](context, record_id)) is not None:
            self._offer_back(form_words.restored(name), lambda context: ARCHIVE[kind](context, record_id))

    def open_tasks(self, unit_id: int) -> None:
        """To the open tasks of a unit."""
        if self.may_leave():
            self.navigated.emit(OpenUnitTasks(unit_id))

    def tell_saved(self) -> None:
        """The standing sentence at the foot of the window."""
        if self.page.panel.unfinished():
            self.saved_told.emit(form_words.NOT_SAVED, Tone.WARNING)
        else:
            self.saved_told.emit(words.SAVED, Tone.DONE)

    # ---- inside

    def _load(self) -> None:
        try:
            self._sheet = members_sheet(self.context)
        except Refused as refused:
            if refused.key == "committee_missing":
                self.page.show_missing()
            else:
                self.show_problem(refused)
            return
        self.page.show_sheet(self._sheet)

    def _save(self, do: Act, done: str, seat_id: int | None = None) -> None:
        """Do what the open form asks for, then close it over its record: the one that was saved, or the seat."""
        made = self.act(do, said=form_words.DONE_TOLD[done])
        if made is not None:
            key = (done, made.id) if seat_id is None else (SEAT, seat_id)
            self.page.close_form(*key)

    def _offer_back(self, said: str, back: Act) -> None:
        self.tell_done(said)
        self._notice(said, Tone.DONE, words.UNDO, lambda: self.act(back, said=form_words.UNDONE_TOLD))

    def _notice(self, text: str, tone: Tone, action: str, after: Callable[[], object]) -> None:
        self.page.show_notice(text, tone, action)
        self._after_notice = after

    def _do_after_notice(self) -> None:
        if self._after_notice is not None:
            # first, since what comes after may lead to another page
            self.page.focus_list()
            self._after_notice()

    def _sure_to_leave(self) -> bool:
        title, loss = form_words.LEAVE_ASK, form_words.LEAVE_TEXT
        return sure_to_leave(self._dialogs, title, loss, stay=form_words.STAY, leave=form_words.LEAVE)


def _seat_of(sheet: MembersSheet | None, nomination_id: int) -> int:
    lines = (line for party in sheet.parties for line in (*party.seats, *party.archived_seats)) if sheet else ()
    return next((line.seat.id for line in lines if any(one.nomination.id == nomination_id for one in line.history)), 0)


def _name(sheet: MembersSheet | None, kind: str, record_id: int) -> str:
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
