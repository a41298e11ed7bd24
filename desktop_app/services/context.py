"""Context of a service (unit of work, clock, printing facts, actor), and the runner of acts.

Every service takes the context first. What only reads may be called with the context of the open office; an act of the
window gets one of its own from :meth:`Context.of_act`, so that it can be repeated without being done again. The runner
does acts one at a time, each under a uid of its own, and finds out whether an unsure one is stored.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TypeVar, cast

from desktop_app.domain.acts import UNNAMED, Act, ActRepeated
from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.documents.paper_capabilities import PaperCapabilities
from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.domain.outcome import Outcome, outcome_of
from desktop_app.domain.read_models.findings import Finding
from desktop_app.storage.store.work import OpenWork, Work

BeginAct = Callable[[Act], AbstractContextManager[Work]]
"""Opens the unit of work of one act; leaving the ``with`` without commit rolls back."""


def _always(_sha256: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class OutsideRows:
    """Access to the rows of the open folder that another program changed."""

    found: Callable[[], Sequence[Finding]] = tuple
    """As the check found them."""
    backups: Callable[[], Sequence[Path]] = tuple
    """Databases of backups that may hold them as they were written, the newest first."""
    confirm: Callable[[str, int], object] = lambda _table, _row_id: None
    """The operator says that an act may write the row of this table and id."""


@dataclass(frozen=True, slots=True)
class Context:
    """An open data folder, as services use it."""

    read: OpenWork
    """Opens a unit of work that only reads."""
    begin: BeginAct
    clock: Clock
    paper: PaperCapabilities
    act: Act = UNNAMED
    writable: bool = True
    """Whether acts can be recorded; data may also be opened for reading only."""
    has_file: Callable[[str], bool] = _always
    """Whether a file of this SHA-256 lies in the store; its bytes are not read."""
    outside: OutsideRows = OutsideRows()

    def write(self) -> AbstractContextManager[Work]:
        """Open the unit of work of this context's act.

        Leaving it raises :class:`ActRepeated` where the act is stored already and would be recorded again.
        """
        return self.begin(self.act)

    def of_act(self) -> Context:
        """Return the context for a new act, with a fresh uid."""
        return replace(self, act=replace(self.act, uid=str(uuid.uuid4())))


Made = TypeVar("Made", bound=Outcome)
UNSURE: Final = "commit_unsure"
"""The disk failed at the end of a commit: only reading tells whether the act is stored."""
STORED_BEFORE: Final = "act_stored_before"


class ActRunner:
    """Runner of a page's acts: an act whose result is uncertain is settled before the next one."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._unsure: Context | None = None

    def do(self, act: Callable[[Context], Made]) -> Made:
        """Run one act and return its outcome.

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
        """Return the stored outcome of an uncertain act; raise ``EnvironmentProblem`` when nothing is stored."""
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
