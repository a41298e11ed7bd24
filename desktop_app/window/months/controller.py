"""Controller of «جلسه‌ها»: months of a year, excuses of months without a meeting, new meetings, and the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from desktop_app.domain.calendar.jalali import JalaliMonth, format_month, format_words
from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.meetings_sheet import MeetingPlan
from desktop_app.services.context import Context
from desktop_app.services.meetings.month_ledger import (
    excuse_month,
    excuse_months,
    month_ledger,
    take_back_excuse,
    take_back_excuses,
)
from desktop_app.services.meetings.scheduling import FirstTitles, judge_day, schedule_meeting, scheduling_sheet
from desktop_app.widgets.feedback.dialogs import Dialogs, ReasonQuestion, confirm_leave
from desktop_app.window.kit.destinations import Destination, OpenMeeting
from desktop_app.window.kit.list_controller import ListController
from desktop_app.window.kit.page_controller import PageController
from desktop_app.window.kit.undo_list import HowToUndo, undo_by_act
from desktop_app.window.months import words
from desktop_app.window.months.page import MeetingsPage
from desktop_app.words import meeting_course as course_words
from desktop_app.words import scheduling as scheduling_words
from desktop_app.words.refusals import sentence

if TYPE_CHECKING:
    from desktop_app.window.months.excuse_form import ExcuseForm
    from desktop_app.window.months.scheduling_form import SchedulingDialog

WATCHED = Changed.MEETINGS | Changed.MEMBERS | Changed.SETTINGS
FIRST_TITLES: Final = FirstTitles(
    scheduling_words.FOLLOW_UP_ITEM, scheduling_words.NEXT_MEETING_ITEM, scheduling_words.previous_item
)


class MeetingsController(PageController):
    """Controls the page of meetings; ``listing`` is the controller of its list."""

    def __init__(
        self,
        page: MeetingsPage,
        context: Context,
        dialogs: Dialogs,
        listing: ListController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(context, parent)
        self.page, self._dialogs, self._listing = page, dialogs, listing
        self._year: int | None = None
        listing.navigated.connect(self.navigated)
        page.meeting_wanted.connect(self._open)
        page.new_requested.connect(self.new_meeting)
        page.year_requested.connect(self.show_year)
        page.excuse_requested.connect(self.excuse)
        page.excuses_requested.connect(self.ask_excuses)
        page.take_back_requested.connect(self.take_back)

    # ---- showing

    def visit(self, _destination: Destination) -> None:
        """Show the page."""
        self.show()

    def select_record(self, record_id: int) -> None:
        """Select the row of the meeting that was shown."""
        self.page.choose(record_id)

    def show(self) -> None:
        """Read and show the months and the list."""
        self.page.clear_notice()
        self._listing.show()
        self._load()

    def reload(self, changed: Changed) -> None:
        """Read again if a change elsewhere concerns this page."""
        if changed & WATCHED:
            self._load()
        self._listing.reload(changed)

    def show_problem(self, refused: Refused) -> None:
        """Show the refusal in the open dialog, or above the page."""
        form = self._form()
        if form is not None:
            form.show_refusal(refused.field, sentence(refused))
        else:
            self.page.show_notice(sentence(refused))

    def may_leave(self) -> bool:
        """Ask the operator if a new meeting or an excuse is unsaved."""
        form = self._form()
        if form is None:
            return True
        if form.is_dirty():
            title, loss = course_words.LEAVE_ASK, course_words.LEAVE_FORM
            stay, leave = course_words.STAY, course_words.LEAVE
            if not confirm_leave(self._dialogs, title, loss, stay=stay, leave=leave, save=form.save_now):
                return False
        form.leave()
        return True

    def show_year(self, year: int) -> None:
        """Show the months of another year and clear the undo list."""
        self.steps.forget()
        self._year = year
        self._load()

    # ---- acts

    def new_meeting(self, month: tuple[int, int] | None) -> None:
        """Open the form of a new meeting, with the month if one is given."""
        if self.page.scheduling is not None:
            return
        try:
            sheet = scheduling_sheet(self.context, month)
        except Refused as refused:
            self.show_problem(refused)
            return
        self.page.clear_notice()
        form = self.page.open_scheduling(sheet)
        form.judged.connect(self._judge)
        form.saved.connect(self._schedule)
        self._judge(form.plan())

    def excuse(self, year: int, month: int) -> None:
        """Ask why no meeting was held in a month, and save the excuse."""
        name = format_month(JalaliMonth(year, month))
        question = ReasonQuestion(words.excuse_ask(name), words.EXCUSE_WHY, words.REASON, words.EXCUSE_DO)
        reason = self._dialogs.reason(question)
        if reason is not None:

            def do(context: Context) -> Outcome:
                return excuse_month(context, year, month, reason)

            back = undo_by_act(do, lambda _made: lambda context: take_back_excuse(context, year, month))
            self.act(
                do,
                said=words.excused(name),
                accept=lambda: self._turn_to(year),
                back=HowToUndo(words.excuse_step(name), back),
            )

    def ask_excuses(self, offered: Sequence[JalaliMonth]) -> None:
        """Open the form that excuses several months for one reason."""
        if self._form() is None:
            self.page.clear_notice()
            self.page.open_excuses(offered).sent.connect(self._excuse_several)

    def take_back(self, year: int, month: int) -> None:
        """Ask, then remove the excuse of a month."""
        name = format_month(JalaliMonth(year, month))
        question = ReasonQuestion(
            words.take_back_ask(name), words.TAKE_BACK_WHY, words.REASON, words.TAKE_BACK_DO, required=False
        )
        reason = self._dialogs.reason(question)
        if reason is not None:
            self.act(
                lambda context: take_back_excuse(context, year, month, reason),
                said=words.taken_back(name),
                accept=lambda: self._turn_to(year),
            )

    # ---- inside

    def _form(self) -> SchedulingDialog | ExcuseForm | None:
        """The open dialog, or None."""
        return self.page.scheduling or self.page.excuses

    def _excuse_several(self, months: Sequence[JalaliMonth], reason: str) -> None:
        form = self.page.excuses
        if form is None:
            return

        def do(context: Context) -> Outcome:
            return excuse_months(context, months, reason)

        back = undo_by_act(do, lambda _made: lambda context: take_back_excuses(context, months))
        said = words.several_excused(len(months))
        self.act(do, said=said, accept=form.accept, back=HowToUndo(words.excuse_several_step(len(months)), back))

    def _open(self, meeting_id: int) -> None:
        self.navigated.emit(OpenMeeting(meeting_id))

    def _load(self) -> None:
        try:
            self.page.show_ledger(month_ledger(self.context, self._year))
        except Refused as refused:
            self.page.show_notice(sentence(refused))

    def _judge(self, plan: MeetingPlan) -> None:
        form = self.page.scheduling
        if form is None:
            return
        try:
            form.show_findings(judge_day(self.context, plan.kind, plan.day, plan.starts_at))
        except Refused as refused:
            self.show_problem(refused)

    def _schedule(self, plan: MeetingPlan) -> None:
        form = self.page.scheduling
        if form is None:
            return
        said = scheduling_words.scheduled(format_words(plan.day)) if plan.day else scheduling_words.DRAFTED
        made = self.act(lambda context: schedule_meeting(context, plan, FIRST_TITLES), said=said, accept=form.accept)
        if made is not None:
            self._open(made.id)

    def _turn_to(self, year: int) -> None:
        """Show the year of a saved change and clear the message above the page."""
        self.page.clear_notice()
        self._year = year
