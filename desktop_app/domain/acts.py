"""Acts of the operator: the actor, the unique id (uid) that reveals a repeat, and a watcher of each act's end."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from desktop_app.domain.errors import Refused
    from desktop_app.domain.text.typed_drafts import DraftField


class Role(StrEnum):
    """The role in which the actor acts."""

    OPERATOR = "operator"
    """The secretariat's operator, at the window or the command line."""
    PROGRAM = "program"
    """The program by itself: demo data."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act of the operator: the actor, the role, and the unique id by which a repeat is known."""

    uid: str = ""
    """Empty where nobody can repeat it: storage gives it one."""
    role: Role = Role.OPERATOR
    actor: str = ""
    """Empty: the operator of the settings as this act itself sees them."""


UNNAMED: Final = Act()
"""An act that nobody can repeat, of the operator of the settings."""


class ActRepeated(Exception):
    """An act with this uid is stored already, so nothing was written. ``answer`` is its stored outcome as JSON."""

    def __init__(self, answer: str) -> None:
        super().__init__(answer)
        self.answer = answer


class ActWatch(Protocol):
    """Watcher of every act: called at the commit and at the end, on the thread of the act.

    The window implements it and storage asks it; neither imports the other.
    """

    def recorded(self) -> Collection[DraftField]:
        """Return the places whose typed text this act records; their drafts are removed in the same commit."""
        ...

    def done(self) -> None:
        """Called when the act is stored."""
        ...

    def refused(self, problem: Refused) -> None:
        """Called when the act failed and nothing of it is stored."""
        ...
