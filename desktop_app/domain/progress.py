"""Progress of a long job: the type of the callback, which takes the steps done and the total."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], object]
"""How much is done and how much there is; what it raises ends the job."""


def no_progress(_done: int, _total: int) -> None:
    """A progress callback that does nothing."""
