"""A meeting page over an office, with a person at it who answers questions as told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.domain.outcome import Changed
from desktop_app.domain.rules.meetings import Attendance, AttendanceState, Meeting, MeetingState
from desktop_app.services.context import Context
from desktop_app.window.meeting.controller import MeetingController
from desktop_app.window.meeting.item_form import MeetingSeatForm
from desktop_app.window.meeting.made_letters import MadeLetters
from desktop_app.window.meeting.page import MeetingPage
from desktop_app.window.meeting.seat_row import SeatRow
from desktop_app.window.shell.list_pages import SentLetters
from desktop_app.wiring import paper_renderer
from tests.services.office_steps import Office
from tests.views.minutes_desk import Person, settle
from tests.widgets.typing import press


@dataclass
class MeetingAtDesk:
    """The page, its controller and the office behind them."""

    office: Office
    meeting_id: int
    page: MeetingPage
    controller: MeetingController
    person: Person
    made: MadeLetters
    told: list[Changed] = field(default_factory=list)
    saved: list[str] = field(default_factory=list)

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is stored."""
        found = self.office.get("meetings", self.meeting_id)
        assert isinstance(found, Meeting)
        return found

    def state(self) -> MeetingState:
        """The stored state, read anew."""
        return self.meeting.state

    @property
    def items(self) -> list[int]:
        return self.office.items(self.meeting_id)

    def seat(self, place: int) -> Attendance:
        """The stored attendance of a seat, by its place from 0."""
        version = self.office.where("versions", meeting_id=self.meeting_id)[-1]
        seat_id = self.office.seats[place]
        found = self.office.where("attendance", minutes_version_id=version.id, seat_id=seat_id)[0]
        assert isinstance(found, Attendance)
        return found

    def states(self) -> list[AttendanceState]:
        """What is stored of every seat."""
        return [self.seat(place).state for place in range(8)]

    def row(self, place: int) -> SeatRow:
        """The row of a seat."""
        row = self.page.attendance.row(self.office.seats[place])
        assert row is not None
        return row

    def form(self, place: int) -> MeetingSeatForm:
        """The open form of a seat."""
        form = self.row(place).form()
        assert form is not None
        return form

    def focused(self) -> QWidget:
        """Where the keyboard is."""
        widget = self.page.window().focusWidget()
        assert widget is not None
        return widget

    def cursor(self) -> int:
        """The place of the seat that has the keyboard, -1 when none has."""
        inside = self.focused()
        places = [place for place in range(8) if self.row(place).isAncestorOf(inside)]
        return places[0] if places else -1

    def key(self, key: Qt.Key, text: str = "", held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key where the keyboard is."""
        press(self.focused(), key, text, held)

    def letters(self, text: str) -> None:
        """Letters one by one, each where the keyboard then is."""
        for letter in text:
            code = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key(0)
            self.key(code, letter)

    def act(self, key: str) -> None:
        """Press a button of the header, or choose from its menu."""
        button = self.page.ui.actions.button(key)
        if button is not None:
            button.click()
            return
        actions = {action.objectName(): action for action in self.page.ui.actions.menu().actions()}
        actions[f"act_{key}"].trigger()

    def offered(self) -> list[str]:
        """The acts of the course that show, buttons first."""
        bar = self.page.ui.actions
        keys = ("schedule", "convene", "begin", "end", "minutes")
        buttons = [key for key in keys if bar.button(key) is not None]
        return buttons + [key for key in self.in_menu() if not key.startswith(("paper_", "history"))]

    def in_menu(self) -> list[str]:
        """Every act of the menu."""
        return [action.objectName().removeprefix("act_") for action in self.page.ui.actions.menu().actions()]

    def notice(self) -> str:
        """What stands above the page, empty while nothing does."""
        return self.page.ui.notice.title() if not self.page.ui.notice.isHidden() else ""


def letters_of(office: Office) -> SentLetters:
    """The letters that were sent, set in the fonts that ship."""
    return SentLetters(office.context, paper_renderer())


def at_desk(office: Office, meeting_id: int, context: Context | None = None) -> Iterator[MeetingAtDesk]:
    """Open a meeting on a shown page, perhaps with a context that does otherwise."""
    page = MeetingPage(office.clock.today, office.clock.local_time)
    person = Person()
    made = MadeLetters()
    controller = MeetingController(page, context or office.context, person, made.of, letters_of(office), page)
    desk = MeetingAtDesk(office, meeting_id, page, controller, person, made)
    controller.changed.connect(desk.told.append)
    controller.status_message.connect(lambda text, _tone: desk.saved.append(text))
    page.resize(1216, 844)
    page.show()
    page.activateWindow()
    controller.show(meeting_id)
    settle()
    yield desk
    page.close()
    page.deleteLater()
