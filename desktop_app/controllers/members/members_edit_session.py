"""Edit session of the members: the sheet that shows, and how an act on it is refused, taken back and told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject

from desktop_app.controllers.shell.page_controller import PageController
from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.members_sheet import MembersSheet
from desktop_app.domain.rules.members import Person, Seat, Unit
from desktop_app.services.context import Context
from desktop_app.services.members.members_sheet import members_sheet
from desktop_app.services.undo import record_of
from desktop_app.text.office import members as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.text.shared.undo import UNDO
from desktop_app.views.members.members_page import MembersPage
from desktop_app.views.members.members_signals import PERSON, SEAT, UNIT
from desktop_app.widgets.style.tokens import Tone

WATCHED = Changed.MEMBERS | Changed.TASKS | Changed.SETTINGS
_PLACES: Final[dict[type, tuple[str, str]]] = {
    Seat: (words.SEATS, SEAT),
    Unit: (words.UNITS, UNIT),
    Person: (words.PEOPLE, PERSON),
}
"""By record: the part of the page that shows it, and its kind there."""


class MembersEditSession(PageController):
    """What the acts of the members' controller share."""

    def __init__(self, page: MembersPage, context: Context, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self.page = page
        self._sheet: MembersSheet | None = None
        self._after_notice: Callable[[], object] | None = None
        page.signals.notice_act_requested.connect(self._do_after_notice)

    # ---- the sheet

    def load(self) -> None:
        """Read everything and show it."""
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
        """Read again when another page changed what shows here."""
        if self._sheet is not None and changed & WATCHED:
            self.load()

    def read_again(self, changed: Changed) -> None:
        """Read again; what stood above the page is over."""
        self.page.clear_notice()
        self.reload(changed)

    def show_problem(self, refused: Refused) -> None:
        """Say beside its field in the open form what was refused, else above the page."""
        text = sentence(refused)
        if not self.page.panel.show_refusal(refused.field, text):
            self.page.show_notice(text, Tone.DANGER)

    def name_of(self, kind: str, record_id: int) -> str:
        """The name of a record that shows."""
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
        """The seat for which a person was named."""
        parties = self._sheet.parties if self._sheet is not None else ()
        lines = (line for party in parties for line in (*party.seats, *party.archived_seats))
        found = (line.seat.id for line in lines if any(one.nomination.id == nomination_id for one in line.history))
        return next(found, 0)

    # ---- told

    def show_step(self, made: Outcome, _said: str) -> None:
        """The keyboard goes to the record that stands otherwise now, if one does; a form in which is typed stays."""
        records = [record_of(row) for row in made.written]
        found = [one for one in records if isinstance(one, Seat | Unit | Person) and one.archived_on is None]
        if len(found) == 1 and not self.page.panel.unfinished():
            part, kind = _PLACES[type(found[0])]
            self.page.show_part(part)
            self.page.close_form(kind, found[0].id)

    def show_step_refused(self, refused: Refused) -> None:
        """Above the page, also while a form is open: it is about another record."""
        self.page.show_notice(sentence(refused), Tone.DANGER)

    def offer_undo(self, said: str) -> None:
        """Say what was done, with the way back of it."""
        self.tell_done(said)
        self.notice(said, Tone.DONE, UNDO if self.steps.last_done() is not None else "", self.undo)

    def notice(self, text: str, tone: Tone, action: str, after: Callable[[], object]) -> None:
        """Say something above the page, and what its button does."""
        self.page.show_notice(text, tone, action)
        self._after_notice = after

    def _do_after_notice(self) -> None:
        if self._after_notice is not None:
            # first, since what comes after may lead to another page
            self.page.focus_list()
            self._after_notice()
