"""Inverse of an act on a resolution, for undo."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.domain.outcome import Outcome
from desktop_app.domain.rules.resolutions import DeadlineEvent, ResolutionAct
from desktop_app.services.follow_up import resolution_acts
from desktop_app.window.kit.undo_list import Do


def undo_of_resolution_act(resolution_id: int) -> Callable[[Outcome], Do | None]:
    """Return the act that undoes one act on this resolution, and nothing later."""

    def inverse(made: Outcome) -> Do | None:
        added = (row.after for row in made.written if row.before is None)
        done = next((one for one in added if isinstance(one, ResolutionAct | DeadlineEvent)), None)
        if done is None:
            return None
        return lambda context: resolution_acts.undo(context, resolution_id, done=done)

    return inverse
