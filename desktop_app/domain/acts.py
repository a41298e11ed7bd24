"""Acts of the operator: who does one, the uid by which a repeat is known, and who hears how it ended."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from desktop_app.domain.errors import Refused
    from desktop_app.domain.text.typed_drafts import DraftPlace


class Role(StrEnum):
    """As what somebody acts."""

    OPERATOR = "operator"
    """The secretariat's operator, at the window or the command line."""
    PROGRAM = "program"
    """The program by itself: demo data."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act: who does it, and the uid by which a repeat is known."""

    uid: str = ""
    """Empty where nobody can repeat it: storage gives it one."""
    role: Role = Role.OPERATOR
    actor: str = ""
    """Empty: the operator of the settings as this act itself sees them."""


UNNAMED: Final = Act()
"""An act that nobody can repeat, of the operator of the settings."""


class ActRepeated(Exception):
    """An act of this uid is stored already; nothing was written now. ``answer`` is what it answered, as JSON."""

    def __init__(self, answer: str) -> None:
        super().__init__(answer)
        self.answer = answer


class ActWatch(Protocol):
    """Hears of every act: at its commit, and how it ended. Asked on the thread of the act.

    The window implements it and storage asks it; neither imports the other.
    """

    def recorded(self) -> Collection[DraftPlace]:
        """The places whose typed text this very act records: their drafts go in the same commit."""
        ...

    def done(self) -> None:
        """The act is stored."""
        ...

    def refused(self, problem: Refused) -> None:
        """Nothing of the act is stored."""
        ...
