"""Controller of «بررسی برگه»: what is asked is looked at off the thread of the window. Nothing is recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Changed
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.listing import register_line
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.domain.read_models.verified_paper import VerificationText, VerifiedLetter, VerifiedPaper
from desktop_app.services.context import Context
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.paper.open_pages import OpenPages
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.destinations import Destination, OpenMeeting, OpenPaper, OpenRegister
from desktop_app.window.kit.file_drop import Brought, png_of
from desktop_app.window.kit.page_controller import PageController
from desktop_app.window.verifying import words
from desktop_app.window.verifying.page import VerifyPage
from desktop_app.words.letters import SEE_IN_REGISTER
from desktop_app.words.refusals import sentence
from desktop_app.workers import Cancelled, Watch, Workers

Ask = Callable[[], object]


class PaperVerifying(Protocol):
    """Verifying as the page needs it; bootstrap makes it."""

    folder: Path
    """Where a dialog begins."""

    def verify(self, files: Sequence[ChosenFile], told: Progress) -> VerifiedPaper:
        """What files are, several as the pages of one scan; called off the thread of the window. Raises ``Refused``."""

    def verify_typed(self, typed: str) -> VerifiedPaper:
        """What the paper with a code is, or a letter by its number; called off the thread of the window.

        Raises ``Refused``, with ``field="code"`` for what is neither.
        """

    def told(self, paper: VerifiedPaper) -> VerificationText:
        """The answer in words."""

    def draw(self, paper: VerifiedPaper) -> bytes:
        """The PDF of the office's own paper, empty for none; called off the thread of the window."""

    def open_pages(self, pdf: bytes) -> OpenPages:
        """Open a PDF that was drawn."""


_REGISTER: Final = "register"
"""Way to the row of a letter; its place among the letters follows."""
_MOST_ROWS: Final = 3


class VerifyController(PageController):
    """Holds what was asked last: it is asked again where something changed since."""

    def __init__(
        self,
        page: VerifyPage,
        context: Context,
        dialogs: Dialogs,
        workers: Workers,
        files: PaperVerifying,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(context, parent)
        self._page, self._dialogs, self._workers, self._files = page, dialogs, workers, files
        self._paper: VerifiedPaper | None = None
        self._asked: Ask | None = None
        self._outdated = False
        self._watch: Watch | None = None
        self._pages: OpenPages | None = None
        page.code_given.connect(self.verify_typed)
        page.file_requested.connect(self.pick)
        page.brought.connect(self.take)
        page.stop_requested.connect(self.stop)
        page.way_chosen.connect(self._go)

    def visit(self, _destination: Destination) -> None:
        """Show the page as it was left; what changed since is asked again."""
        if self._outdated and self._asked is not None:
            self._asked()
        self._outdated = False

    def reload(self, changed: Changed) -> None:
        """What is told has to be true now."""
        if changed and self._asked is not None:
            self._asked()

    def outdate(self, changed: Changed) -> None:
        """It is asked again when the page shows."""
        self._outdated = self._outdated or bool(changed)

    def show_problem(self, refused: Refused) -> None:
        """Beneath the field for what was typed, else above the answer, which goes: it was of something else."""
        self._forget()
        if refused.field == "code":
            self._page.refuse_code(sentence(refused))
            return
        self._page.show_problem(words.NOT_VERIFIED, sentence(refused))

    def close(self) -> None:
        """Give up what is being read, and let the paper go."""
        self.stop()
        self._forget()

    # ---- asking

    def verify_typed(self, typed: str) -> None:
        """Answer for a code or number that was typed; files that are kept of it may be large to look at."""
        self.stop()
        self._forget()
        self._asked = lambda: self.verify_typed(typed)
        self._page.show_waiting()
        self._run(lambda _watch: self._files.verify_typed(typed), "")

    def pick(self) -> None:
        """Ask for a file."""
        path = self._dialogs.pick_open_path(words.OPEN_TITLE, self._files.folder, words.FILES)
        if path is not None:
            self.verify_files([ChosenFile(path.name, path)])

    def take(self, brought: Brought) -> None:
        """What was dropped or pasted."""
        if brought.paths:
            self.verify_files([ChosenFile(path.name, path) for path in brought.paths])
        elif brought.picture is not None:
            self._verify(partial(_files_of, brought.picture), words.PASTED)

    def verify_files(self, files: Sequence[ChosenFile]) -> None:
        """Read files and answer; another question gives it up."""
        self._verify(lambda: files, files[0].name, len(files))

    def stop(self) -> None:
        """Give up what is being read."""
        if self._watch is not None:
            self._watch.cancel()
            self._watch = None
            self._asked = None
            self._page.show_problem(words.STOPPED, tone=Tone.NEUTRAL)

    # ---- inside

    def _verify(self, choose: Callable[[], Sequence[ChosenFile]], name: str, count: int = 1) -> None:
        """``choose`` is asked off the thread of the window."""
        self.stop()
        self._forget()
        self._asked = lambda: self._verify(choose, name, count)
        self._page.show_running(name)
        self._run(lambda watch: self._files.verify(choose(), watch.progress), words.file_named(name, count))

    def _run(self, verify: Callable[[Watch], VerifiedPaper], of: str) -> None:
        """Look off the thread of the window; only the answer to the last question is shown."""
        self._watch = watch = self._workers.run_watched(
            verify,
            lambda paper: self._done(watch, paper, of),
            lambda error: self._failed(watch, error),
            owner=self,
        )

    def _done(self, watch: Watch, paper: VerifiedPaper, of: str) -> None:
        if watch is not self._watch:
            return
        self._watch = None
        self._paper = paper
        self._page.show_answer(self._files.told(paper), of, list(_ways(paper)))
        self._page.focus_answer()
        if paper.minutes is not None or paper.letters:
            self._workers.run(
                lambda: self._files.draw(paper), lambda pdf: self._show_pages(paper, pdf), self._not_drawn, owner=self
            )

    def _show_pages(self, paper: VerifiedPaper, pdf: bytes) -> None:
        """The office's own paper beside the answer, while that is still the answer."""
        if pdf and paper is self._paper:
            self._pages = self._files.open_pages(pdf)
            self._page.show_pages(self._pages.count, self._pages.draw)

    def _not_drawn(self, error: BaseException) -> None:
        """The answer is whole without its picture."""
        if not isinstance(error, Refused):
            raise error

    def _failed(self, watch: Watch, error: BaseException) -> None:
        if watch is self._watch and not isinstance(error, Cancelled):
            self._watch = None
            if isinstance(error, Refused):
                self.show_problem(error)
            else:
                self._forget()
                self._page.show_problem(words.NOT_VERIFIED)
        # nobody hears of an earlier question any more, unless it is a bug
        if not isinstance(error, Refused | Cancelled):
            raise error

    def _forget(self) -> None:
        self._paper, self._asked = None, None
        if self._pages is not None:
            self._page.show_pages(0, None)
            self._pages.close()
            self._pages = None

    def _go(self, way: str) -> None:
        paper = self._paper
        if paper is None:
            return
        if way == "nearest":
            self._page.show_code(paper.nearest)
            self.verify_typed(paper.nearest)
        elif way.startswith(_REGISTER):
            row = _rows(paper)[int(way.removeprefix(_REGISTER))]
            self.navigated.emit(OpenRegister(register_line(row.outgoing_id, outgoing=True)))
        elif way == "meeting":
            self.navigated.emit(OpenMeeting(paper.letters[0].meeting_id))
        elif paper.minutes is not None:
            of = paper.minutes
            self.navigated.emit(OpenPaper(of.holds_id if way == "holds" else of.version_id))


def _files_of(picture: QImage) -> Sequence[ChosenFile]:
    """A pasted picture as a file; of a scanned page that takes a quarter of a second."""
    return [ChosenFile(words.PASTED, content=png_of(picture))]


def _ways(paper: VerifiedPaper) -> Iterator[tuple[str, str]]:
    """Where one may go on from an answer, the first the likeliest."""
    if paper.nearest:
        yield "nearest", words.TO_NEAREST
    if paper.minutes is not None:
        if paper.minutes.holds_id not in (0, paper.minutes.version_id):
            yield "holds", words.TO_HOLDS
        yield "version", words.TO_VERSION
    rows = _rows(paper)
    for place, one in enumerate(rows):
        yield f"{_REGISTER}{place}", SEE_IN_REGISTER if len(rows) == 1 else words.to_row(one.row, one.year)
    if len(paper.letters) == 1 and paper.letters[0].meeting_id:
        yield "meeting", words.TO_MEETING


def _rows(paper: VerifiedPaper) -> list[VerifiedLetter]:
    """The letters that have a row in the register; of many the first few."""
    return [one for one in paper.letters if one.row][:_MOST_ROWS]
