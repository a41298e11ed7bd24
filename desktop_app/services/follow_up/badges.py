"""Badges: the counts of what waits, beside the lists of the navigation; one reading for all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.domain.read_models.listing import MinutesView, ResolutionView, TaskView
from desktop_app.services.context import Context


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many wait; ``late`` counts what is overdue and, where it is not 0, is what is said."""

    waiting: int
    late: int = 0


def waiting(context: Context) -> Mapping[str, Waiting]:
    """By list: minutes in hand or before the pen, open resolutions, reported tasks and those that are late."""
    with context.read() as work:
        minutes = work.minutes_rows.view_counts()
        resolutions = work.resolution_rows.view_counts()
        tasks = work.task_rows.view_counts()
    return {
        "minutes": Waiting(minutes.get(MinutesView.IN_HAND, 0) + minutes.get(MinutesView.AWAITS_PEN, 0)),
        "resolutions": Waiting(resolutions.get(ResolutionView.OPEN, 0)),
        "tasks": Waiting(tasks.get(TaskView.REPORTED, 0), tasks.get(TaskView.LATE, 0)),
    }
