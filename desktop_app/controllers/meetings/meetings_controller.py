"""«جلسه‌ها»: the ledger of a year, excuses of missed months, the form of a new meeting, and the list beneath."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance

from desktop_app.controllers.meetings.meetings_services import MeetingsServices
from desktop_app.controllers.shell.destinations import Destination, OpenMeeting
from desktop_app.controllers.shell.page_controller import PageController
from desktop_app.domain.calendar.jalali import JalaliMonth, format_month, format_words
from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.meetings_sheet import LedgerSheet, MeetingPlan, SchedulingSheet
from desktop_app.domain.rules.scheduling import DayFinding
from desktop_app.services.outcome import Outcome
from desktop_app.services.ports import Changed
from desktop_app.text.meetings import meeting_course as course_words
from desktop_app.text.meetings import month_ledger as words
from desktop_app.text.meetings import scheduling as scheduling_words
from desktop_app.text.shared.refusals import sentence
from desktop_app.widgets.feedback.dialogs import Dialogs, ReasonQuestion, sure_to_leave
from desktop_app.widgets.style.tokens import Tone

WATCHED = Changed.MEETINGS | Changed.MEMBERS | Changed.SETTINGS
Month = tuple[int, int]


class SchedulingForm(Protocol):
    """The open form of a new meeting."""

    judged: SignalInstance
    saved: SignalInstance

    def plan(self) -> MeetingPlan:
        """What it holds."""

    def is_dirty(self) -> bool:
        """Whether something was typed."""

    def show_findings(self, findings: Sequence[DayFinding]) -> None:
        """What the day means."""

    def show_refusal(self, field: str, text: str) -> bool:
        """Beside its field."""

    def leave(self) -> None:
        """Close without saving."""

    def accept(self) -> None:
        """Close: it is saved."""


class MeetingsView(Protocol):
    """The page."""

    new_requested: SignalInstance
    year_requested: SignalInstance
    excuse_requested: SignalInstance
    take_back_requested: SignalInstance
    meeting_wanted: SignalInstance

    @property
    def scheduling(self) -> SchedulingForm | None:
        """The form while it is open."""

    def show_ledger(self, sheet: LedgerSheet) -> None:
        """The ledger of a year."""

    def show_notice(self, text: str) -> None:
        """What was refused."""

    def clear_notice(self) -> None:
        """Take it away."""

    def choose(self, meeting_id: int) -> bool:
        """Stand on a meeting of the list; whether it is there."""

    def open_scheduling(self, sheet: SchedulingSheet) -> SchedulingForm:
        """Open the form of a new meeting."""


class Listing(Protocol):
    """The controller of the list beneath the ledger."""

    opened: SignalInstance

    def show(self) -> None:
        """Read the list."""

    def reload(self, changed: Changed) -> None:
        """Read it again when it shows what changed."""


class MeetingsController(PageController):
    """``listing`` is the controller of the list beneath the ledger."""

    def __init__(
        self,
        view: MeetingsView,
        services: MeetingsServices,
        dialogs: Dialogs,
        listing: Listing,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view, self._services, self._dialogs = view, services, dialogs
        self._listing = listing
        self._year: int | None = None
        listing.opened.connect(self._open)
        view.meeting_wanted.connect(self._open)
        view.new_requested.connect(self.new_meeting)
        view.year_requested.connect(self.show_year)
        view.excuse_requested.connect(self.excuse)
        view.take_back_requested.connect(self.take_back)

    # ---- showing

    def visit(self, _destination: Destination) -> None:
        """Show the page."""
        self.show()

    def stand_on(self, record_id: int) -> None:
        """On the row of the meeting that was shown."""
        self._view.choose(record_id)

    def show(self) -> None:
        """Read ledger and list and show them."""
        self._view.clear_notice()
        self._listing.show()
        self._load()

    def reload(self, changed: Changed) -> None:
        """Read again when what was changed shows here."""
        if changed & WATCHED:
            self._load()
        self._listing.reload(changed)

    def may_leave(self) -> bool:
        """Ask when a new meeting is being typed."""
        form = self._view.scheduling
        if form is None:
            return True
        if form.is_dirty():
            title, loss = course_words.LEAVE_ASK, course_words.LEAVE_FORM
            if not sure_to_leave(self._dialogs, title, loss, stay=course_words.STAY, leave=course_words.LEAVE):
                return False
        form.leave()
        return True

    def show_year(self, year: int) -> None:
        """The ledger of another year."""
        self._year = year
        self._load()

    # ---- acts

    def new_meeting(self, month: Month | None) -> None:
        """Open the form of a new meeting, in a month where one is chosen."""
        if self._view.scheduling is not None:
            return
        try:
            sheet = self._services.form(month)
        except Refused as refused:
            self._view.show_notice(sentence(refused))
            return
        self._view.clear_notice()
        form = self._view.open_scheduling(sheet)
        form.judged.connect(self._judge)
        form.saved.connect(self._schedule)
        self._judge(form.plan())

    def excuse(self, year: int, month: int) -> None:
        """Ask why no meeting was held, and write it into the ledger."""
        name = format_month(JalaliMonth(year, month))
        question = ReasonQuestion(words.excuse_ask(name), words.EXCUSE_WHY, words.REASON, words.EXCUSE_DO)
        reason = self._dialogs.reason(question)
        if reason is not None:
            self._act(lambda: self._services.excuse(year, month, reason), words.excused(name), (year, month))

    def take_back(self, year: int, month: int) -> None:
        """Ask, then open the month again."""
        name = format_month(JalaliMonth(year, month))
        question = ReasonQuestion(
            words.take_back_ask(name), words.TAKE_BACK_WHY, words.REASON, words.TAKE_BACK_DO, required=False
        )
        reason = self._dialogs.reason(question)
        if reason is not None:
            self._act(lambda: self._services.take_back(year, month, reason), words.taken_back(name), (year, month))

    # ---- inside

    def _open(self, meeting_id: int) -> None:
        self.navigated.emit(OpenMeeting(meeting_id))

    def _load(self) -> None:
        try:
            self._view.show_ledger(self._services.ledger(self._year))
        except Refused as refused:
            self._view.show_notice(sentence(refused))

    def _judge(self, plan: MeetingPlan) -> None:
        form = self._view.scheduling
        if form is None:
            return
        try:
            form.show_findings(self._services.judge(plan.kind, plan.day, plan.starts_at))
        except Refused as refused:
            form.show_refusal(refused.field, sentence(refused))

    def _schedule(self, plan: MeetingPlan) -> None:
        form = self._view.scheduling
        if form is None:
            return
        try:
            outcome = self._services.schedule(plan)
        except Refused as refused:
            form.show_refusal(refused.field, sentence(refused))
            return
        form.accept()
        self.reload(outcome.changed)
        self.changed.emit(outcome.changed)
        day = plan.day
        self.saved_told.emit(
            scheduling_words.scheduled(format_words(day)) if day else scheduling_words.DRAFTED, Tone.DONE
        )
        self._open(outcome.id)

    def _act(self, do: Callable[[], Outcome], said: str, month: Month) -> None:
        try:
            outcome = do()
        except Refused as refused:
            self._view.show_notice(sentence(refused))
            return
        self._view.clear_notice()
        self._year = month[0]
        self.reload(outcome.changed)
        self.changed.emit(outcome.changed)
        self.saved_told.emit(said, Tone.DONE)
