"""Display data of states, and the dialog of a sent letter.

Word, shape and colour of a state are decided here alone, so it looks alike on all pages. A sent letter shows as it went
out; nothing about it can be changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.domain.rules.resolutions import ResolutionState
from desktop_app.domain.rules.tasks import TaskState
from desktop_app.widgets.feedback.sheet_dialog import SheetDialog
from desktop_app.widgets.paper.page_canvas import Render
from desktop_app.widgets.paper.page_view import PageView
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.widgets.style.tokens import Tone
from desktop_app.words import invitations as invitation_words
from desktop_app.words import states as words
from desktop_app.words.refusals_follow_up import TASK

WIDTH = 820
FRAME = 230
"""What title, buttons and margins of the dialog take of the height of the window."""
LEAST = 240


class SentLetterDialog(SheetDialog):
    """Preview of a sent letter. ``let_go`` is emitted when the pages are no longer drawn and may be closed."""

    let_go = Signal()

    def __init__(self, title: str, context: str, count: int, render: Render, parent: QWidget) -> None:
        super().__init__(parent, title=title, context=context, width=WIDTH)
        self.setObjectName("sentLetter")
        self.pages = PageView(self)
        self.pages.setMinimumSize(QSize(1, max(LEAST, parent.window().height() - tokens_of(self).px(FRAME))))
        self.body.addWidget(self.pages)
        close = self.add_action(invitation_words.CLOSE_LETTER)
        close.setObjectName("closeLetter")
        close.clicked.connect(self.reject)
        self.finished.connect(self._end)
        self.pages.show_document(count, render)
        self.pages.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self, _result: int) -> None:
        self.pages.show_document(0, None)
        self.let_go.emit()
        self.deleteLater()


@dataclass(frozen=True, slots=True)
class StateContent:
    """How one state is shown: its label, tone and shape."""

    word: str
    shape: Shape
    tone: Tone


_M, _V, _R = MeetingState, MinutesState, ResolutionState
_MEETING: Final = {
    _M.DRAFT: (Shape.DASHED_RING, Tone.NEUTRAL),
    _M.SCHEDULED: (Shape.RING_DOT, Tone.PROGRESS),
    _M.CONVENED: (Shape.RING_DOT, Tone.PROGRESS),
    _M.IN_SESSION: (Shape.RING_DOT, Tone.ACTION),
    _M.HELD: (Shape.DISC_CHECK, Tone.DONE),
    _M.CLOSED: (Shape.DISC_CHECK, Tone.DONE),
    _M.POSTPONED: (Shape.RING_BACK, Tone.WARNING),
    _M.CANCELLED: (Shape.DIAMOND, Tone.DANGER),
    _M.INQUORATE: (Shape.DIAMOND, Tone.WARNING),
}
_MINUTES: Final = {
    _V.DRAFT: (Shape.DASHED_RING, Tone.NEUTRAL),
    _V.REVIEW: (Shape.RING_DOT, Tone.PROGRESS),
    _V.FINAL: (Shape.HALF_DISC, Tone.WARNING),
    _V.SIGNED: (Shape.DISC_CHECK, Tone.DONE),
    _V.ARCHIVED: (Shape.DISC_CHECK, Tone.DONE),
    _V.WITHDRAWN: (Shape.DIAMOND, Tone.DANGER),
    _V.AMENDED: (Shape.RING_BACK, Tone.WARNING),
    _V.DROPPED: (Shape.DIAMOND, Tone.NEUTRAL),
}
_RESOLUTION: Final = {
    _R.PROPOSED: (Shape.DASHED_RING, Tone.NEUTRAL),
    _R.ADOPTED: (Shape.PLAIN_RING, Tone.NEUTRAL),
    _R.NOTIFIED: (Shape.PLAIN_RING, Tone.NEUTRAL),
    _R.IN_PROGRESS: (Shape.PIE, Tone.PROGRESS),
    _R.BLOCKED: (Shape.SQUARE_BAR, Tone.WARNING),
    _R.REPORTED_DONE: (Shape.RING_CHECK, Tone.CLAIMED),
    _R.VERIFIED: (Shape.DISC_CHECK, Tone.DONE),
    _R.RETURNED: (Shape.RING_BACK, Tone.WARNING),
    _R.SUPERSEDED: (Shape.DIAMOND, Tone.NEUTRAL),
    _R.REVOKED: (Shape.DIAMOND, Tone.NEUTRAL),
    _R.DEFERRED: (Shape.DASHED_RING, Tone.WARNING),
    _R.REJECTED: (Shape.DIAMOND, Tone.NEUTRAL),
}

_T = TaskState
_TASK: Final = {
    _T.ASSIGNED: (Shape.DASHED_RING, Tone.NEUTRAL),
    _T.NOTIFIED: (Shape.PLAIN_RING, Tone.NEUTRAL),
    _T.PLANNED: (Shape.RING_DOT, Tone.PROGRESS),
    _T.DOING: (Shape.PIE, Tone.PROGRESS),
    _T.BLOCKED: (Shape.SQUARE_BAR, Tone.WARNING),
    _T.REPORTED: (Shape.RING_CHECK, Tone.CLAIMED),
    _T.ACCEPTED: (Shape.DISC_CHECK, Tone.DONE),
    _T.RETURNED: (Shape.RING_BACK, Tone.WARNING),
    _T.CANCELLED: (Shape.DIAMOND, Tone.NEUTRAL),
}


def meeting_content(state: MeetingState) -> StateContent:
    """Return how the state of a meeting is shown."""
    return StateContent(words.MEETING[state], *_MEETING[state])


def minutes_content(state: MinutesState, *, lacks_scan: bool = False) -> StateContent:
    """Return how the state of minutes is shown; minutes from before the program count as archived with a scan."""
    if lacks_scan:
        return StateContent(words.NO_SCAN, Shape.HALF_DISC, Tone.WARNING)
    return StateContent(words.MINUTES[state], *_MINUTES[state])


def resolution_content(state: ResolutionState) -> StateContent:
    """Return how the computed state of a resolution is shown; «معوق» is added and never replaces it."""
    return StateContent(words.RESOLUTION[state], *_RESOLUTION[state])


def task_content(state: TaskState) -> StateContent:
    """Return how the state of a unit's task is shown."""
    return StateContent(TASK[state], *_TASK[state])
