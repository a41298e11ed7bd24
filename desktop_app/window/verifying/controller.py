"""Controller of «بررسی برگه»: looks up a code or reads files off the main thread; nothing is recorded."""

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
from desktop_app.window.kit.file_drop import DroppedFiles, png_of
from desktop_app.window.kit.page_controller import PageController
from desktop_app.window.verifying import words
from desktop_app.window.verifying.page import VerifyPage
from desktop_app.words.letters import SEE_IN_REGISTER
from desktop_app.words.refusals import sentence
from desktop_app.workers import Cancelled, Watch, Workers

Ask = Callable[[], object]


class PaperVerifying(Protocol):
    """Protocol of the verification that the page uses."""

    folder: Path
    """Where a dialog begins."""

    def verify(self, files: Sequence[ChosenFile], progress: Progress) -> VerifiedPaper:
        """Identify files, several as pages of one scan; called off the main thread; raises ``Refused``."""

    def verify_typed(self, typed: str) -> VerifiedPaper:
        """Identify a paper by its code, or a letter by its number; called off the main thread.

        Raises ``Refused``, with ``field="code"`` for what is neither.
        """

    def told(self, paper: VerifiedPaper) -> VerificationText:
        """Return the answer as text."""

    def draw(self, paper: VerifiedPaper) -> bytes:
        """Return the PDF of the office's own paper, empty for none; called off the main thread."""

    def open_pages(self, pdf: bytes) -> OpenPages:
        """Open a PDF made by ``draw``."""


_REGISTER: Final = "register"
"""Way to the row of a letter; its place among the letters follows."""
_MOST_ROWS: Final = 3


class VerifyController(PageController):
    """Controls the page; repeats the last question after data changed."""

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
        """Show the page as it was left; repeat the question if data changed."""
        if self._outdated and self._asked is not None:
            self._asked()
        self._outdated = False

    def reload(self, changed: Changed) -> None:
        """Repeat the question after data changed."""
        if changed and self._asked is not None:
            self._asked()

    def outdate(self, changed: Changed) -> None:
        """Mark the answer as outdated; the question is repeated when the page is next shown."""
        self._outdated = self._outdated or bool(changed)

    def show_problem(self, refused: Refused) -> None:
        """Show the refusal beneath the code field, or instead of the answer."""
        self._forget()
        if refused.field == "code":
            self._page.refuse_code(sentence(refused))
            return
        self._page.show_problem(words.NOT_VERIFIED, sentence(refused))

    def close(self) -> None:
        """Cancel the reading and close the PDF."""
        self.stop()
        self._forget()

    # ---- asking

    def verify_typed(self, typed: str) -> None:
        """Answer for the typed code or number."""
        self.stop()
        self._forget()
        self._asked = lambda: self.verify_typed(typed)
        self._page.show_waiting()
        self._run(lambda _watch: self._files.verify_typed(typed), "")

    def pick(self) -> None:
        """Show the file dialog and verify the file."""
        path = self._dialogs.pick_open_path(words.OPEN_TITLE, self._files.folder, words.FILES)
        if path is not None:
            self.verify_files([ChosenFile(path.name, path)])

    def take(self, brought: DroppedFiles) -> None:
        """Verify dropped or pasted files."""
        if brought.paths:
            self.verify_files([ChosenFile(path.name, path) for path in brought.paths])
        elif brought.picture is not None:
            self._verify(partial(_files_of, brought.picture), words.PASTED)

    def verify_files(self, files: Sequence[ChosenFile]) -> None:
        """Read files and show the answer; a new question cancels the reading."""
        self._verify(lambda: files, files[0].name, len(files))

    def stop(self) -> None:
        """Cancel the reading."""
        if self._watch is not None:
            self._watch.cancel()
            self._watch = None
            self._asked = None
            self._page.show_problem(words.STOPPED, tone=Tone.NEUTRAL)

    # ---- inside

    def _verify(self, choose: Callable[[], Sequence[ChosenFile]], name: str, count: int = 1) -> None:
        """Verify the files that ``choose`` returns; it is called off the main thread."""
        self.stop()
        self._forget()
        self._asked = lambda: self._verify(choose, name, count)
        self._page.show_running(name)
        self._run(lambda watch: self._files.verify(choose(), watch.progress), words.file_named(name, count))

    def _run(self, verify: Callable[[Watch], VerifiedPaper], of: str) -> None:
        """Run the verification off the main thread; show only the answer to the last question."""
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
        """Show the office's own paper next to its answer if the answer is still shown."""
        if pdf and paper is self._paper:
            self._pages = self._files.open_pages(pdf)
            self._page.show_pages(self._pages.count, self._pages.draw)

    def _not_drawn(self, error: BaseException) -> None:
        """Show the answer without the paper."""
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
    """Return the files, or the pasted picture as a file; encoding it takes about 0.25 s."""
    return [ChosenFile(words.PASTED, content=png_of(picture))]


def _ways(paper: VerifiedPaper) -> Iterator[tuple[str, str]]:
    """Yield key and label of the buttons that lead on from an answer, the likeliest first."""
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
    """Return the letters that have a row in the register; only the first few of many."""
    return [one for one in paper.letters if one.row][:_MOST_ROWS]
