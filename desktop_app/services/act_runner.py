"""Act runner: does acts one at a time, each in a context of its own uid, and knows whether an unsure one is stored."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from desktop_app.services.context import Context
from desktop_app.services.outcome import Outcome

Made = TypeVar("Made", bound=Outcome)


class ActRunner:
    """One of these for each page: what it did last is known when it does the next."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def do(self, act: Callable[[Context], Made]) -> Made:
        """Do one act and give its answer; raises ``Refused`` where it is not stored."""
        return act(self._context.of_act())
