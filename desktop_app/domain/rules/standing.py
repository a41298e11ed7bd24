"""Sets of states of resolutions and tasks: those that count as open, and those in which a passed deadline is late."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.rules.resolutions import CLOSED, ResolutionState
from desktop_app.domain.rules.tasks import OPEN_TASKS, TaskState

OPEN: Final = frozenset(ResolutionState) - CLOSED - {ResolutionState.PROPOSED}
"""States of an adopted resolution that still needs follow-up; what is only proposed has nothing to follow up."""

OWED: Final = OPEN - {ResolutionState.REPORTED_DONE}
"""States in which the units still owe work: what they have reported done waits for the office, and is not late."""

OWED_TASKS: Final = OPEN_TASKS - {TaskState.REPORTED}
"""The same of one unit's task."""

UNALIGNED_TASKS: Final = OWED_TASKS - {TaskState.ASSIGNED}
"""States in which a task without a plan means that the unit has not aligned: it has been notified."""
