"""Interfaces for the controller of the first start: its view, and its services as callables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import SignalInstance

from desktop_app.domain.documents.letterheads import LetterheadValues
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.founding import Faults, FoundingDraft, Step
from desktop_app.services.outcome import Outcome
from desktop_app.widgets.dates.date_course import CourseDay
from desktop_app.widgets.feedback.step_list import StepContent
from desktop_app.widgets.paper.paper_sketch import PaperContent
from desktop_app.widgets.style.tokens import Tone


class FoundingView(Protocol):
    """What the page offers to its controller."""

    step_requested: SignalInstance
    forward_requested: SignalInstance
    later_requested: SignalInstance
    walk_requested: SignalInstance
    demo_requested: SignalInstance

    def show_step(self, key: str, forward: str, *, may_wait: bool) -> None:
        """Show the form of a step; ``forward`` is what the filled button says."""
        ...

    def show_steps(self, contents: Sequence[StepContent], current: str) -> None:
        """How the steps stand."""
        ...

    def show_said(self, text: str, tone: Tone) -> None:
        """Which step it is, and whether it is kept."""
        ...

    def show_aside(self, paper: PaperContent, days: Sequence[CourseDay]) -> None:
        """What the paper and the days become."""
        ...

    def show_review(self, lines: Sequence[tuple[str, Tone]]) -> None:
        """What is left for later."""
        ...

    def show_band(self, title: str, detail: str, tone: Tone) -> None:
        """Say above the form what belongs to no field."""
        ...

    def clear_band(self) -> None:
        """Take it away."""
        ...

    def unreadable(self) -> bool:
        """Whether a day is typed that is none."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundingServices:
    """What is asked of the services here."""

    asked: Callable[[FoundingDraft, Step], Faults]
    blocking: Callable[[FoundingDraft], Sequence[tuple[Step, RuleBroken]]]
    letterhead: Callable[[], LetterheadValues]
    typed: Callable[[], bool]
    found: Callable[[FoundingDraft], Outcome]
