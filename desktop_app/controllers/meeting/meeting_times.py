"""Beginning and ending a session: at this very moment, or at the hour that is typed where its time is past."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop_app.controllers.meeting.meeting_edit_session import MeetingEditSession
from desktop_app.controllers.shell.page_controller import Refuse
from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Outcome
from desktop_app.domain.read_models.sheets import MeetingSheet
from desktop_app.domain.rules.meetings import unmarked
from desktop_app.services.context import Context
from desktop_app.services.meetings.meeting_sheet import entered_later
from desktop_app.services.meetings.meetings import begin_session, end_session
from desktop_app.text.meetings import meeting_course as words
from desktop_app.text.shared.refusals import sentence

Act = Callable[[Context], Outcome]
ActAt = Callable[[str], Act]
"""The act at an hour that is typed; empty: now."""
Course = Callable[[Act, Refuse], bool]
"""Does an act of the course; the second shows what was refused. Answers whether it was done."""


class SessionTimes(QObject):
    """An hour that was typed and refused elsewhere is offered again when the form is next opened."""

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
        """End the session; ``sure`` asks where no hour is typed."""
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
