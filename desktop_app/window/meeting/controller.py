"""Controller of the meeting page: shows a meeting, takes it through its course, and leads to its minutes.

Putting off leads to another day, or to one that is still open. A session begins and ends at this very moment, or at a
typed hour when its time is past.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from desktop_app.domain.calendar.jalali import format_words
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Outcome
from desktop_app.domain.read_models.meetings_sheet import Postponement
from desktop_app.domain.read_models.sheets import MeetingSheet
from desktop_app.domain.rules.meetings import BEFORE_INVITING, MeetingState, unmarked
from desktop_app.services.context import Context
from desktop_app.services.meetings.convening import take_back_convening
from desktop_app.services.meetings.meeting_sheet import entered_later
from desktop_app.services.meetings.meetings import begin_session, end_session, move_meeting
from desktop_app.services.meetings.scheduling import judge_day, postpone_meeting
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question, ReasonQuestion, confirm_leave
from desktop_app.widgets.feedback.form_sheet import FormSheet
from desktop_app.widgets.paper.open_pages import OpenPages
from desktop_app.window.kit.destinations import (
    Destination,
    OpenMeeting,
    OpenMinutes,
    OpenPage,
    OpenPapers,
    OpenRegister,
)
from desktop_app.window.kit.page_controller import Refuse, to_history
from desktop_app.window.kit.paper_printing import confirm_close_with_minutes
from desktop_app.window.kit.undo_list import HowToUndo, undo_by_act
from desktop_app.window.meeting.edit_session import MeetingEdits, MeetingEditSession
from desktop_app.window.meeting.made_letters import MadeInvitations
from desktop_app.window.meeting.page import MeetingPage, save_forms
from desktop_app.window.meeting.sending_acts import MeetingSending
from desktop_app.words import meeting_course as words
from desktop_app.words import scheduling as scheduling_words
from desktop_app.words import states
from desktop_app.words.refusals import sentence


class PostponeController(QObject):
    """Controls the form that postpones a meeting: judges the new day, saves, shows refusals."""

    def __init__(self, session: MeetingEditSession) -> None:
        super().__init__(session)
        self._session = session

    def open(self) -> None:
        """Open the form."""
        if self._session.page.postponing is None:
            form = self._session.page.open_postpone()
            form.judged.connect(self.judge)
            form.saved.connect(self.save)

    def judge(self, plan: Postponement) -> None:
        """Show the findings about the new day."""
        form, meeting = self._session.page.postponing, self._session.sheet.meeting
        if form is None:
            return
        try:
            at = plan.starts_at or meeting.starts_at
            form.show_findings(judge_day(self._session.context, meeting.kind, plan.day, at, meeting.id))
        except Refused as refused:
            form.show_refusal(refused.field, sentence(refused))

    def save(self, plan: Postponement) -> None:
        """Postpone the meeting; without a new day it has no date until one is set."""
        form = self._session.page.postponing
        if form is None:
            return

        def do(context: Context) -> Outcome:
            return postpone_meeting(context, self._session.meeting_id, plan)

        def refuse(refused: Refused) -> bool:
            form.show_refusal(refused.field, sentence(refused))
            return True

        said = (
            scheduling_words.postponed_to(format_words(plan.day))
            if plan.day is not None
            else scheduling_words.POSTPONED
        )
        if self._session.act(do, refuse, said=said) is not None:
            form.accept()
            if plan.day is None:
                self._session.page.go_to_fact("day")


Act = Callable[[Context], Outcome]
ActAt = Callable[[str], Act]
"""The act at an hour that is typed; empty: now."""
Course = Callable[[Act, Refuse], bool]
"""Does an act of the course; the second shows what was refused. Answers whether it was done."""


class SessionTimes(QObject):
    """Begins and ends a session, with an hour typed if it is recorded later; keeps an hour that was refused."""

    def __init__(self, session: MeetingEditSession) -> None:
        super().__init__(session)
        self._session = session
        self._ended: dict[int, str] = {}

    def begin(self, sheet: MeetingSheet, course: Course, refuse: Refuse) -> None:
        """Begin the session."""
        meeting_id = sheet.meeting.id

        def begin_at(time: str) -> Act:
            return lambda context: begin_session(context, meeting_id, time)

        self._ask(sheet, words.BEGAN_ASKED, sheet.meeting.starts_at, begin_at, course, refuse)

    def end(
        self, sheet: MeetingSheet, course: Course, refuse: Refuse, *, inquorate: bool, sure: Callable[[], bool]
    ) -> None:
        """End the session; `sure` is the question asked if no hour is typed."""
        asked = words.INQUORATE_ASKED if inquorate else words.ENDED_ASKED
        meeting_id = sheet.meeting.id

        def end_at(time: str) -> Act:
            return lambda context: end_session(context, meeting_id, inquorate=inquorate, ended_at=time)

        def end_at_typed(time: str) -> Act:
            self._ended[meeting_id] = time
            return end_at(time)

        rows = [row for party in sheet.attendance for row in party.rows]
        if self._later(sheet) and not unmarked(rows):
            typed = self._ended.get(meeting_id, "")
            self._ask(sheet, asked, typed, end_at_typed, course, refuse)
        elif self._later(sheet):
            # who attended comes first: the refusal says so before an hour is typed
            course(end_at(""), refuse)
        elif sure():
            course(end_at(""), refuse)

    # ---- inside

    def _later(self, sheet: MeetingSheet) -> bool:
        # the page may have been open for hours
        return entered_later(self._session.context.clock, sheet.meeting, sheet.history)

    def _ask(
        self, sheet: MeetingSheet, asked: words.TimeAsked, time: str, act_at: ActAt, course: Course, refuse: Refuse
    ) -> None:
        if not self._later(sheet):
            course(act_at(""), refuse)
            return
        if self._session.page.times is not None:
            return
        form = self._session.page.open_times(asked, time)

        def beside(refused: Refused) -> bool:
            if refused.field in ("began_at", "ended_at"):
                form.show_refusal(sentence(refused))
                return True
            form.leave()
            return refuse(refused)

        def save(typed: str) -> None:
            if course(act_at(typed), beside):
                form.accept()

        form.saved.connect(save)


PAPERS = (PaperKind.INVITATION, PaperKind.ATTENDANCE_SHEET, PaperKind.AGENDA_PACK)
_S = MeetingState
_INQUORATE = frozenset({"quorum_party_missing", "quorum_too_few"})


class MeetingController(MeetingEditSession):
    """Shows one meeting at a time; call :meth:`may_leave` before ``show``."""

    def __init__(
        self,
        page: MeetingPage,
        context: Context,
        dialogs: Dialogs,
        letters_made: Callable[[int], MadeInvitations | None],
        open_letter: Callable[[int], OpenPages],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(page, context, parent)
        self._dialogs = dialogs
        self._after_notice: Callable[[], None] | None = None
        self._edits = MeetingEdits(self)
        self._postponing = PostponeController(self)
        self._sending = MeetingSending(self, dialogs, letters_made, open_letter)
        self._times = SessionTimes(self)
        self._acts: dict[str, Callable[[], object]] = {
            "schedule": lambda: self._move(_S.SCHEDULED),
            "convene": self.convene,
            "take_back_convening": self.take_back_convening,
            "begin": self.begin,
            "end": self.end,
            "end_inquorate": self.end_inquorate,
            "postpone": self._postponing.open,
            "correct_held": lambda: self.correct_end(_S.HELD),
            "correct_inquorate": lambda: self.correct_end(_S.INQUORATE),
            "cancel": self.cancel,
            "close": self.close_file,
            "minutes": self.open_minutes,
            "history": partial(to_history, self),
            **{f"paper_{kind}": partial(self.open_paper, kind) for kind in PAPERS},
        }
        signals = page.signals
        signals.act_requested.connect(self._do)
        signals.notice_act_requested.connect(self._do_after_notice)
        signals.minutes_requested.connect(self.open_minutes)
        signals.register_requested.connect(lambda line: self.navigated.emit(OpenRegister(line)))
        signals.list_requested.connect(lambda: self.navigated.emit(OpenPage("meetings")))

    # ---- showing

    def visit(self, destination: Destination) -> None:
        """Show the meeting of a navigation request."""
        if isinstance(destination, OpenMeeting):
            self.show(destination.meeting_id)

    def show(self, meeting_id: int) -> None:
        """Show a meeting."""
        self._after_notice = None
        self.page.clear_notice()
        if self.load(meeting_id):
            self.page.focus_first()

    def may_leave(self) -> bool:
        """Save typed input; ask the operator if some could not be saved."""
        if not self.is_open and not self.page.unfinished():
            return True
        if not all(map(self._may_leave_form, (self.page.postponing, self.page.sending, self.page.times))):
            return False
        self.page.facts.flush()
        count = self.page.unfinished()
        if not count:
            return True
        if not self._may_drop(words.leave_text(count), partial(save_forms, self.page)):
            return False
        self.page.forget_typed()
        return True

    def flush(self) -> None:
        """Save typed input without asking."""
        self.page.facts.flush()

    def _may_leave_form(self, form: FormSheet | None) -> bool:
        """Whether no dialog is open, or the operator lets it close."""
        if form is None:
            return True
        if form.is_dirty() and not self._may_drop(words.LEAVE_FORM, form.save_now):
            return False
        form.leave()
        return True

    def _may_drop(self, loss: str, save: Callable[[], bool]) -> bool:
        return confirm_leave(self._dialogs, words.LEAVE_ASK, loss, stay=words.STAY, leave=words.LEAVE, save=save)

    def open_minutes(self) -> None:
        """Open the minutes of this meeting if there are any."""
        if not self.is_open:
            return
        sheet = self.sheet
        version_id = sheet.minutes_version_id if sheet.meeting.state not in (*BEFORE_INVITING, _S.CANCELLED) else None
        if version_id is not None and self.may_leave():
            self.navigated.emit(OpenMinutes(version_id))

    def open_paper(self, kind: PaperKind) -> None:
        """Open a paper of this meeting on the page of papers and reports."""
        self.navigated.emit(OpenPapers(PaperOrder(kind=kind, meeting_id=self.sheet.meeting.id)))

    # ---- the course

    def convene(self) -> None:
        """Ask, then give the meeting its number; then show the invitations."""
        meeting = self.sheet.meeting
        if meeting.day is not None and meeting.place:
            text = words.convene_ask(format_words(meeting.day), meeting.place)
            if not self._sure(words.CONVENE_ASK, text, words.CONVENE):
                return
        meeting_id = meeting.id

        def do(context: Context) -> Outcome:
            return move_meeting(context, meeting_id, _S.CONVENED)

        back = undo_by_act(do, lambda _made: lambda context: take_back_convening(context, meeting_id))
        said = words.moved(states.MEETING[_S.CONVENED])
        if self.act(do, self._refuse, said=said, back=HowToUndo(words.CONVENE, back)) is not None:
            self.page.go_to_invitations()

    def take_back_convening(self) -> None:
        """Take the convening back, as long as nothing of it was printed, saved or sent."""
        meeting_id = self.meeting_id
        self.act(
            lambda context: take_back_convening(context, meeting_id), self._refuse, said=words.CONVENING_TAKEN_BACK
        )

    def begin(self) -> None:
        """Begin the session and show the attendance."""
        self._times.begin(self.sheet, self._begun, self._refuse)

    def _begun(self, do: Callable[[Context], Outcome], refuse: Refuse) -> bool:
        done = self._course(do, _S.IN_SESSION, refuse)
        if done:
            self.page.go_to_attendance()
        return done

    def end(self) -> None:
        """End the session; without quorum offer to end it as inquorate."""

        def sure() -> bool:
            return self._sure(words.END_ASK, words.end_ask(self.context.clock.local_time()), words.END)

        self._end(_S.HELD, sure)

    def end_inquorate(self) -> None:
        """End a session that had no quorum."""
        title, why = words.END_INQUORATE_ASK, words.END_INQUORATE_WHY
        self._end(_S.INQUORATE, lambda: self._sure(title, why, words.END_INQUORATE))

    def _end(self, target: MeetingState, sure: Callable[[], bool]) -> None:
        def course(do: Callable[[Context], Outcome], refuse: Refuse) -> bool:
            return self._course(do, target, refuse)

        inquorate = target is _S.INQUORATE
        self._times.end(self.sheet, course, self._refuse, inquorate=inquorate, sure=sure)

    def correct_end(self, target: MeetingState) -> None:
        """Ask for the reason, then correct how the session ended if the attendance allows it."""
        held = target is _S.HELD
        title = words.CORRECT_HELD_ASK if held else words.CORRECT_INQUORATE_ASK
        why = words.CORRECT_HELD_WHY if held else words.CORRECT_INQUORATE_WHY
        reason = self._dialogs.reason(ReasonQuestion(title, why, words.REASON, words.CORRECT_DO))
        if reason is not None:
            self._move(target, reason)

    def cancel(self) -> None:
        """Ask for the reason, then cancel the meeting."""
        question = ReasonQuestion(words.CANCEL_ASK, words.CANCEL_WHY, words.REASON, words.CANCEL_DO, dangerous=True)
        reason = self._dialogs.reason(question)
        if reason is not None:
            self._move(_S.CANCELLED, reason)

    def close_file(self) -> None:
        """Ask, then close the file of a signed meeting."""
        if confirm_close_with_minutes(self._dialogs, self.context, self.sheet.minutes_version_id):
            self._move(_S.CLOSED)

    # ---- inside

    def _do(self, key: str) -> None:
        if self.is_open:
            self.page.facts.flush()
            self._acts[key]()

    def _do_after_notice(self) -> None:
        after, self._after_notice = self._after_notice, None
        if after is not None:
            after()

    def _move(self, target: MeetingState, reason: str = "") -> bool:
        return self._course(lambda context: move_meeting(context, self.meeting_id, target, reason), target)

    def _course(self, do: Callable[[Context], Outcome], target: MeetingState, refuse: Refuse | None = None) -> bool:
        self._after_notice = None
        return self.act(do, refuse or self._refuse, said=words.moved(states.MEETING[target])) is not None

    def _refuse(self, refused: Refused) -> bool:
        """Show the refusal; focus the field or the part that the operator can correct."""
        text = sentence(refused)
        if self.page.show_fact_refusal(refused.field, text):
            return True
        action = ""
        if refused.key in _INQUORATE:
            action, self._after_notice = words.END_INQUORATE, self.end_inquorate
        elif refused.key == "session_before_its_day":
            action, self._after_notice = words.POSTPONE, self._postponing.open
        self.page.show_notice(text, action=action)
        if refused.field == "agenda":
            self.page.go_to_agenda()
        elif refused.field == "attendance":
            self.page.go_to_attendance()
        return True

    def _sure(self, title: str, text: str, verb: str) -> bool:
        return self._dialogs.ask(Question(title, text, (Choice("do", verb), Choice("stay", words.CANCEL)))) == "do"
