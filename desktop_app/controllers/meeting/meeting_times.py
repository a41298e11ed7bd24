"""Beginning and ending a session: at this very moment, or at the hour that is typed where its day is past."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop_app.controllers.meeting.meeting_edit_session import Refuse
from desktop_app.controllers.meeting.meeting_services import MeetingServices
from desktop_app.controllers.meeting.meeting_view import MeetingView
from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.sheets import MeetingSheet
from desktop_app.domain.rules.meetings import unmarked
from desktop_app.services.outcome import Outcome
from desktop_app.text.meetings import meeting_course as words
from desktop_app.text.shared.refusals import sentence

Do = Callable[[str], Outcome]
Course = Callable[[Callable[[], Outcome], Refuse], bool]
"""Does an act of the course; the second shows what was refused. Answers whether it was done."""


class SessionTimes(QObject):
    """An hour that was typed and refused elsewhere is offered again when the form is next opened."""

    def __init__(self, view: MeetingView, services: MeetingServices, parent: QObject) -> None:
        super().__init__(parent)
        self._view, self._services = view, services
        self._ended: dict[int, str] = {}

    def begin(self, sheet: MeetingSheet, course: Course, refuse: Refuse) -> None:
        """Begin the session."""
        meeting_id = sheet.meeting.id
        self._ask(sheet, words.BEGAN_ASKED, sheet.meeting.starts_at, self._begin_of(meeting_id), course, refuse)

    def end(
        self, sheet: MeetingSheet, course: Course, refuse: Refuse, *, inquorate: bool, sure: Callable[[], bool]
    ) -> None:
        """End the session; ``sure`` asks where no hour is typed."""
        asked = words.INQUORATE_ASKED if inquorate else words.ENDED_ASKED
        end = self._services.end_inquorate if inquorate else self._services.end
        meeting_id = sheet.meeting.id
        rows = [row for party in sheet.attendance for row in party.rows]
        if sheet.entered_later and not unmarked(rows):
            typed = self._ended.get(meeting_id, "")
            self._ask(sheet, asked, typed, lambda time: self._end_at(meeting_id, time, end), course, refuse)
        elif sheet.entered_later:
            # who attended comes first: the refusal says so before an hour is typed
            course(lambda: end(meeting_id, ""), refuse)
        elif sure():
            course(lambda: end(meeting_id, ""), refuse)

    def may_leave(self, sure: Callable[[], bool]) -> bool:
        """Whether the page may be left; ``sure`` asks when something is typed."""
        form = self._view.times
        if form is None:
            return True
        if form.is_dirty() and not sure():
            return False
        form.leave()
        return True

    # ---- inside

    def _begin_of(self, meeting_id: int) -> Do:
        return lambda time: self._services.begin(meeting_id, time)

    def _end_at(self, meeting_id: int, time: str, end: Callable[[int, str], Outcome]) -> Outcome:
        self._ended[meeting_id] = time
        return end(meeting_id, time)

    def _ask(
        self, sheet: MeetingSheet, asked: words.TimeAsked, time: str, do: Do, course: Course, refuse: Refuse
    ) -> None:
        if not sheet.entered_later:
            course(lambda: do(""), refuse)
            return
        if self._view.times is not None:
            return
        form = self._view.open_times(asked, time)

        def beside(refused: Refused) -> bool:
            if refused.field in ("began_at", "ended_at"):
                form.show_refusal(sentence(refused))
                return True
            form.leave()
            return refuse(refused)

        def save(typed: str) -> None:
            if course(lambda: do(typed), beside):
                form.accept()

        form.saved.connect(save)
