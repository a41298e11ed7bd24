"""Act runner: does acts one at a time, each under a uid of its own, and finds out whether an unsure one is stored."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar, cast

from desktop_app.domain.acts import ActRepeated
from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.domain.outcome import Outcome, outcome_of
from desktop_app.services.context import Context

Made = TypeVar("Made", bound=Outcome)
UNSURE: Final = "commit_unsure"
"""The disk failed at the end of a commit: only reading tells whether the act is stored."""
STORED_BEFORE: Final = "act_stored_before"


class ActRunner:
    """One of these for each page: an act whose end is unsure is settled before the next one is done."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._unsure: Context | None = None

    def do(self, act: Callable[[Context], Made]) -> Made:
        """Do one act and give its answer.

        Raises ``Refused`` where it is not stored; ``RuleBroken("act_stored_before")`` where nothing was done because
        the act before, which seemed to fail, is stored after all, so that nobody does it twice without seeing it.
        """
        if self._unsure is not None:
            found, self._unsure = self._stored(self._unsure), None
            if found is not None:
                raise RuleBroken("act_stored_before")
        own = self._context.of_act()
        try:
            return act(own)
        except ActRepeated as repeated:
            return cast("Made", outcome_of(repeated.answer))
        except EnvironmentProblem as problem:
            if problem.key != UNSURE:
                raise
            self._unsure = own
            return cast("Made", self._settled(own, problem))

    def _settled(self, own: Context, problem: EnvironmentProblem) -> Outcome:
        """The answer of an unsure act if it is stored; else it is refused, for sure where the data can be read."""
        try:
            found = self._stored(own)
        except EnvironmentProblem:
            raise problem from None
        self._unsure = None
        if found is None:
            raise EnvironmentProblem("disk_error", code=str(problem.facts.get("code", ""))) from problem
        return outcome_of(found)

    @staticmethod
    def _stored(own: Context) -> str | None:
        with own.read() as work:
            return work.answer_of(own.act.uid)
