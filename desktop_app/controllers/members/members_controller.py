"""The page of members: people, seats with their nominations, and units; each change is one act."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from desktop_app.controllers.members.members_services import MembersServices, members_services
from desktop_app.controllers.members.members_view import MembersView
from desktop_app.controllers.shell.destinations import Destination, OpenPage, OpenUnitTasks
from desktop_app.controllers.shell.page_controller import PageController
from desktop_app.domain.errors import EnvironmentProblem, Refused
from desktop_app.domain.read_models.members_sheet import MembersSheet, NominationDraft
from desktop_app.domain.rules.members import Nomination, Person, Seat, Unit
from desktop_app.services.outcome import Outcome
from desktop_app.services.ports import Changed
from desktop_app.text.office import members as words
from desktop_app.text.office import members_forms as form_words
from desktop_app.text.shared.refusals import sentence
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question, sure_to_leave
from desktop_app.widgets.style.tokens import Tone

__all__ = ["MembersController", "MembersServices", "members_services"]

WATCHED = Changed.MEMBERS | Changed.TASKS | Changed.SETTINGS
SEAT, UNIT, PERSON = "seat", "unit", "person"


class MembersController(PageController):
    """Shows everybody at once, and leads to the open tasks of a unit."""

    def __init__(
        self, view: MembersView, services: MembersServices, dialogs: Dialogs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._view, self._services, self._dialogs = view, services, dialogs
        self._sheet: MembersSheet | None = None
        self._after_notice: Callable[[], object] | None = None
        wants = view.signals
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
        wants.unit_shown.connect(self._show_tasks)
        wants.tasks_requested.connect(self.open_tasks)
        wants.notice_act_requested.connect(self._do_after_notice)
        wants.copied.connect(lambda whole: self._told(words.COPIED if whole else words.ROW_COPIED))
        wants.edited.connect(self.tell_saved)
        wants.founding_requested.connect(lambda: self.navigated.emit(OpenPage("founding")))
        view.set_guard(self._sure_to_leave)

    # ---- showing

    def visit(self, _destination: Destination) -> None:
        """Show the page."""
        self.show()

    def show(self) -> None:
        """Read everything and show it."""
        self._view.clear_notice()
        self._after_notice = None
        self._refresh()

    def reload(self, changed: Changed) -> None:
        """Read again when another page changed what shows here."""
        if self._sheet is not None and changed & WATCHED:
            self._refresh()

    def may_leave(self) -> bool:
        """Ask when something typed is not saved; given up, its form closes."""
        if not self._view.unfinished():
            return True
        if not self._sure_to_leave():
            return False
        self._view.close_form()
        return True

    # ---- records

    def save_seat(self, seat: Seat, seen: Seat | None) -> None:
        """A new seat, or a changed one."""
        self._form_act(lambda: self._services.save_seat(seat, seen), SEAT, form_words.DONE_TOLD[SEAT])

    def save_unit(self, unit: Unit, seen: Unit | None) -> None:
        """A new unit, or a changed one."""
        self._form_act(lambda: self._services.save_unit(unit, seen), UNIT, form_words.DONE_TOLD[UNIT])

    def save_person(self, person: Person, seen: Person | None) -> None:
        """A new person, or a changed one."""
        self._form_act(lambda: self._services.save_person(person, seen), PERSON, form_words.DONE_TOLD[PERSON])

    # ---- nominations

    def nominate(self, draft: NominationDraft) -> None:
        """A letter for a seat."""
        self._seat_act(lambda: self._services.nominate(draft), draft.nomination.seat_id, "nominate")

    def begin(self, nomination_id: int, day: date | None, succeeds: bool) -> None:
        """An introduced person becomes a member."""
        if day is None:
            self._view.show_refusal("from_day", form_words.DAY_MISSING)
            return
        self._seat_act(
            lambda: self._services.begin(nomination_id, day, succeeds), self._seat_of(nomination_id), "begin"
        )

    def end(self, nomination_id: int, day: date | None, reason: str) -> None:
        """A membership ends."""
        if day is None:
            self._view.show_refusal("to_day", form_words.DAY_MISSING)
            return
        self._seat_act(lambda: self._services.end(nomination_id, day, reason), self._seat_of(nomination_id), "end")

    def save_letter(self, nomination: Nomination, seen: Nomination) -> None:
        """A letter or its days corrected."""
        self._seat_act(lambda: self._services.save_letter(nomination, seen), nomination.seat_id, "letter")

    # ---- order and archive

    def move(self, kind: str, record_id: int, step: int) -> None:
        """One place up or down; people stand in the order of their names."""
        if kind == PERSON:
            return
        outcome = self._act(lambda: self._services.move(kind, record_id, step))
        if outcome is not None and outcome.changed:
            said = form_words.MOVED_TOLD if kind == SEAT else form_words.MOVED_UNIT_TOLD
            self._offer_back(said, lambda: self._services.move(kind, record_id, -step))

    def archive(self, kind: str, record_id: int) -> None:
        """Ask, then put aside; a unit with open tasks leads to them."""
        question = Question(
            form_words.ARCHIVE_ASK[kind],
            form_words.archive_text(self._name(kind, record_id)),
            (Choice("archive", words.ARCHIVE), Choice("stay", words.CANCEL)),
        )
        if self._dialogs.ask(question) != "archive":
            return

        def refuse(refused: Refused) -> bool:
            if refused.key != "unit_has_open_tasks":
                return False
            self._notice(sentence(refused), Tone.WARNING, words.SEE_TASKS, lambda: self.open_tasks(record_id))
            return True

        name = self._name(kind, record_id)
        if self._act(lambda: self._services.archive(kind, record_id), refuse) is not None:
            self._offer_back(form_words.archived(kind, name), lambda: self._services.restore(kind, record_id))

    def restore(self, kind: str, record_id: int) -> None:
        """Bring back what was archived."""
        name = self._name(kind, record_id)
        if self._act(lambda: self._services.restore(kind, record_id)) is not None:
            self._offer_back(form_words.restored(name), lambda: self._services.archive(kind, record_id))

    def open_tasks(self, unit_id: int) -> None:
        """To the open tasks of a unit."""
        if self.may_leave():
            self.navigated.emit(OpenUnitTasks(unit_id))

    def tell_saved(self) -> None:
        """The standing sentence at the foot of the window."""
        if self._view.unfinished():
            self.saved_told.emit(form_words.NOT_SAVED, Tone.WARNING)
        else:
            self.saved_told.emit(words.SAVED, Tone.DONE)

    # ---- inside

    def _refresh(self) -> None:
        try:
            self._sheet = self._services.sheet()
        except Refused as refused:
            if refused.key == "committee_missing":
                self._view.show_missing()
            else:
                self._view.show_notice(sentence(refused), Tone.DANGER)
            return
        self._view.show_sheet(self._sheet)

    def _act(self, do: Callable[[], Outcome], refuse: Callable[[Refused], bool] | None = None) -> Outcome | None:
        """One act: done, read again and told; or refused beside its field, else above the page."""
        self._after_notice = None
        try:
            outcome = do()
        except Refused as refused:
            text = sentence(refused)
            known = not isinstance(refused, EnvironmentProblem) and (
                (refuse is not None and refuse(refused)) or self._view.show_refusal(refused.field, text)
            )
            if not known:
                self._view.show_notice(text, Tone.DANGER)
            return None
        self._view.clear_notice()
        if outcome.changed:
            self._refresh()
            self.changed.emit(outcome.changed)
        return outcome

    def _form_act(self, do: Callable[[], Outcome], kind: str, said: str) -> None:
        outcome = self._act(do)
        if outcome is not None:
            self._view.close_form(kind, outcome.id)
            self._told(said)

    def _seat_act(self, do: Callable[[], Outcome], seat_id: int, said: str) -> None:
        if self._act(do) is not None:
            self._view.close_form(SEAT, seat_id)
            self._told(form_words.DONE_TOLD[said])

    def _offer_back(self, said: str, back: Callable[[], Outcome]) -> None:
        self._told(said)
        self._notice(said, Tone.DONE, words.UNDO, lambda: self._undo(back))

    def _undo(self, back: Callable[[], Outcome]) -> None:
        if self._act(back) is not None:
            self._told(form_words.UNDONE_TOLD)

    def _notice(self, text: str, tone: Tone, action: str, after: Callable[[], object]) -> None:
        self._view.show_notice(text, tone, action)
        self._after_notice = after

    def _do_after_notice(self) -> None:
        after, self._after_notice = self._after_notice, None
        if after is not None:
            # first, since what comes after may lead to another page
            self._view.focus_list()
            after()

    def _show_tasks(self, unit_id: int) -> None:
        self._view.show_open_tasks(unit_id, self._services.open_tasks(unit_id))

    def _seat_of(self, nomination_id: int) -> int:
        sheet = self._sheet
        lines = (line for party in sheet.parties for line in (*party.seats, *party.archived_seats)) if sheet else ()
        return next(
            (line.seat.id for line in lines if any(one.nomination.id == nomination_id for one in line.history)), 0
        )

    def _name(self, kind: str, record_id: int) -> str:
        if self._sheet is None:
            return ""
        if kind == SEAT:
            seat = self._sheet.seat(record_id)
            return seat[1].seat.title if seat else ""
        if kind == UNIT:
            unit = self._sheet.unit(record_id)
            return unit[1].unit.name if unit else ""
        person = self._sheet.person(record_id)
        return person.person.name if person else ""

    def _sure_to_leave(self) -> bool:
        title, loss = form_words.LEAVE_ASK, form_words.LEAVE_TEXT
        return sure_to_leave(self._dialogs, title, loss, stay=form_words.STAY, leave=form_words.LEAVE)

    def _told(self, said: str) -> None:
        self.saved_told.emit(said, Tone.DONE)
