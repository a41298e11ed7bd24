"""Putting a meeting off to another day, or to one that is still to be found."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.controllers.meeting.meeting_edit_session import MeetingEditSession
from desktop_app.domain.calendar.jalali import format_words
from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Outcome
from desktop_app.domain.read_models.meetings_sheet import Postponement
from desktop_app.services.context import Context
from desktop_app.services.meetings.scheduling import judge_day, postpone_meeting
from desktop_app.text.meetings import scheduling as words
from desktop_app.text.shared.refusals import sentence


class Postponing(QObject):
    """The form judges the new day while it is typed; a refusal stands beside its field and nothing is lost."""

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
        """Say what the new day means."""
        form, meeting = self._session.page.postponing, self._session.sheet.meeting
        if form is None:
            return
        try:
            at = plan.starts_at or meeting.starts_at
            form.show_findings(judge_day(self._session.context, meeting.kind, plan.day, at, meeting.id))
        except Refused as refused:
            form.show_refusal(refused.field, sentence(refused))

    def save(self, plan: Postponement) -> None:
        """Put the meeting off; without a new day it waits for one."""
        form = self._session.page.postponing
        if form is None:
            return

        def do(context: Context) -> Outcome:
            return postpone_meeting(context, self._session.meeting_id, plan)

        def refuse(refused: Refused) -> bool:
            form.show_refusal(refused.field, sentence(refused))
            return True

        said = words.postponed_to(format_words(plan.day)) if plan.day is not None else words.POSTPONED
        if self._session.act(do, refuse, said=said) is not None:
            form.accept()
            if plan.day is None:
                self._session.page.go_to_fact("day")
