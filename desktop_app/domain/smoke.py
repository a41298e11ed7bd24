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
    """One step: its success, its duration, and its detail text."""

    name: str
    ok: bool
    seconds: float
    detail: str

    def line(self) -> str:
        """The result as one line of text."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def of_line(cls, line: str) -> Self:
        """Parse the text from :meth:`line`; raises ``ValueError`` for a truncated line."""
        try:
            return cls(**json.loads(line))
        except TypeError as error:
            raise ValueError(line) from error
