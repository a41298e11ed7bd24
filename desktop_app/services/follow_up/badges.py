"""Badges: counts of waiting work in the navigation, read together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from desktop_app.domain.outcome import Changed
from desktop_app.domain.read_models.listing import MinutesView, RegisterView, ResolutionView, TaskView
from desktop_app.services.context import Context

OF_MINUTES: Final = Changed.MINUTES


OF_FOLLOW_UP: Final = Changed.RESOLUTIONS | Changed.TASKS | Changed.SETTINGS | Changed.MEETINGS
"""Of the settings the calendar, by which something is late; of the meetings the days until which some deadlines run."""


OF_REQUESTS: Final = Changed.REGISTERS | Changed.TASKS
"""What asks, answers or strikes a request changes both; a letter that asks for nothing changes the registers alone."""


COUNTED: Final = OF_MINUTES | OF_FOLLOW_UP


@dataclass(frozen=True, slots=True)
class Waiting:
    """Count for a badge; ``late`` counts the overdue ones, shown instead when not 0."""

    waiting: int
    late: int = 0


def waiting(context: Context, changed: Changed = ~Changed.NOTHING) -> Mapping[str, Waiting]:
    """Return the count of each list: minutes in progress, open resolutions, tasks, unanswered requests.

    Only lists that ``changed`` concerns are counted.
    """
    found = {}
    with context.read() as work:
        if changed & OF_MINUTES:
            minutes = work.minutes_rows.view_counts(views=(MinutesView.IN_HAND, MinutesView.AWAITS_PEN))
            found["minutes"] = Waiting(sum(minutes.values()))
        if changed & OF_FOLLOW_UP:
            resolutions = work.resolution_rows.view_counts(views=(ResolutionView.OPEN,))
            found["resolutions"] = Waiting(resolutions[ResolutionView.OPEN])
            tasks = work.task_rows.view_counts(views=(TaskView.REPORTED, TaskView.LATE))
            found["tasks"] = Waiting(tasks[TaskView.REPORTED], tasks[TaskView.LATE])
        if OF_REQUESTS in changed:
            papers = work.register_rows.view_counts(views=(RegisterView.WAITING,))
            found["registers"] = Waiting(papers[RegisterView.WAITING])
    return found
