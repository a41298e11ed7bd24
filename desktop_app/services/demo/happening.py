"""Happening of the demo story: one thing that happened on a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Happening:
    """Done when the story comes to its day."""

    day: date
    act: Callable[[], None]
