"""Edit session of a meeting: one act is one service call, then the sheet is read again and told."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.controllers.meeting.meeting_actions import offer
from desktop_app.controllers.meeting.meeting_services import MeetingServices
from desktop_app.controllers.meeting.meeting_view import MeetingView
from desktop_app.domain.errors import EnvironmentProblem, Refused
from desktop_app.domain.read_models.sheets import MeetingSheet
from desktop_app.services.outcome import Outcome
from desktop_app.services.ports import Changed
from desktop_app.text.meetings import meeting_course as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.widgets.style.tokens import Tone

Refuse = Callable[[Refused], bool]
"""Shows a refusal beside its field; False where it has no field to stand at."""


class MeetingEditSession:
    """Holds the sheet; ``announce`` tells other pages what changed, ``told`` the status line what is saved."""

    def __init__(
        self,
        view: MeetingView,
        services: MeetingServices,
        announce: Callable[[Changed], None],
        told: Callable[[str, Tone], None],
    ) -> None:
        self._view, self._services = view, services
        self._announce, self._told = announce, told
        self._sheet: MeetingSheet | None = None

    @property
    def is_open(self) -> bool:
        """Whether a meeting shows."""
        return self._sheet is not None

    @property
    def sheet(self) -> MeetingSheet:
        """The meeting that shows."""
        if self._sheet is None:
            raise LookupError("no meeting is open")
        return self._sheet

    @property
    def meeting_id(self) -> int:
        """The meeting that shows."""
        return self.sheet.meeting.id

    def load(self, meeting_id: int) -> bool:
        """Read a meeting and show it."""
        try:
            sheet = self._services.sheet(meeting_id)
        except Refused as refused:
            self._view.show_notice(sentence(refused))
            return False
        self._sheet = sheet
        self._view.show_sheet(sheet)
        found = offer(sheet)
        self._view.show_acts(found.buttons, found.menu)
        return True

    def refresh(self) -> None:
        """Read the same meeting again."""
        self.load(self.meeting_id)

    def tell_saved(self) -> None:
        """The standing sentence: whether anything that was typed is not saved."""
        if self._view.unfinished():
            self._told(words.NOT_SAVED, Tone.WARNING)
        else:
            self._told(words.SAVED, Tone.DONE)

    def act(self, do: Callable[[], Outcome], refuse: Refuse, *, said: str = words.SAVED) -> Outcome | None:
        """One act: done, read again and told; or refused beside its field, else above the page."""
        try:
            outcome = do()
        except Refused as refused:
            # first what is stored: the page may show a choice that was not taken
            self._view.show_sheet(self.sheet)
            if isinstance(refused, EnvironmentProblem) or not refuse(refused):
                self._view.show_notice(sentence(refused))
            self.tell_saved()
            return None
        self._view.clear_notice()
        self.refresh()
        self._announce(outcome.changed)
        self._told(said, Tone.DONE)
        return outcome
