"""Dialogs and a printer that answer by themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from desktop_app.domain.progress import Progress
from desktop_app.widgets.feedback.dialogs import Question, ReasonQuestion
from desktop_app.widgets.paper.printer import NoPrinter, Printed, PrintJob
from desktop_app.widgets.style.tokens import Tone


class AnsweringDialogs:
    """Keeps what was asked and told; the answers are given beforehand."""

    def __init__(self, *answers: str | None) -> None:
        self.answers = list(answers)
        self.asked: list[Question] = []
        self.told: list[tuple[str, str]] = []
        self.save_to: Path | None = None
        self.suggested: list[Path] = []
        self.when_asked: Callable[[], object] = lambda: None

    def ask(self, question: Question) -> str | None:
        """The next answer, or the first choice."""
        self.asked.append(question)
        self.when_asked()
        return self.answers.pop(0) if self.answers else question.choices[0].key

    def tell(self, title: str, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Keep it."""
        self.told.append((title, text))

    def pick_save_path(self, title: str, suggested: Path, kinds: str) -> Path | None:
        """The given place."""
        self.suggested.append(suggested)
        return self.save_to

    def pick_open_path(self, title: str, folder: Path, kinds: str) -> Path | None:
        """None is ever opened here."""
        return None

    def pick_open_paths(self, title: str, folder: Path, kinds: str) -> tuple[Path, ...]:
        """Nor are several."""
        return ()

    def reason(self, question: ReasonQuestion) -> str | None:
        """Always the same reason."""
        return "دلیل آزمون"


class PaperTray:
    """A printer that keeps jobs; ``copies`` 0 declines, None means that there is no printer.

    ``pages`` are those that are chosen in its dialog, from 0; None are all.
    """

    def __init__(self, copies: int | None = 1) -> None:
        self.copies = copies
        self.pages: Sequence[int] | None = None
        self.jobs: list[PrintJob] = []
        self.meanwhile: Callable[[], object] = lambda: None
        """What happens in the window while its dialog is open."""

    def print_pages(self, job: PrintJob, progress: Progress) -> Printed | None:
        """See :class:`desktop_app.widgets.paper.printer.Printer`."""
        if self.copies is None:
            raise NoPrinter
        self.meanwhile()
        if not self.copies:
            return None
        self.jobs.append(job)
        chosen = tuple(range(job.count) if self.pages is None else self.pages)
        for place, page in enumerate(chosen, start=1):
            assert job.render(page, 40).width == 40
            progress(place, len(chosen))
        return Printed(chosen, self.copies)
