"""Results of a self-test of the program: its steps by name, and one line of text for each result."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Final, Self

STEPS: Final = (
    "window",
    "fonts",
    "resources",
    "libraries",
    "papers",
    "word",
    "print",
    "child_process",
    "database",
    "lock",
    "second_start",
    "commands",
)
"""What the window tests, in this order."""


@dataclass(frozen=True, slots=True)
class StepResult:
    """One step: whether it went well, how long it took, and what was found."""

    name: str
    ok: bool
    seconds: float
    detail: str

    def line(self) -> str:
        """As one line."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def of_line(cls, line: str) -> Self:
        """Back from :meth:`line`; raises ``ValueError`` for a line that was cut off."""
        try:
            return cls(**json.loads(line))
        except TypeError as error:
            raise ValueError(line) from error
