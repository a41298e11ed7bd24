"""The ways of a made paper out of the window: into a file and onto the printer; each can be tried again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from desktop_app.controllers.papers.made_paper import MadePaper, printed_letters
from desktop_app.controllers.papers.paper_printing import NEVER_THERE, PaperPrinting
from desktop_app.controllers.papers.papers_names import file_name
from desktop_app.controllers.papers.papers_typed import TypedParts
from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder, enters_by_print
from desktop_app.domain.errors import Refused
from desktop_app.services.documents.single_letters import some_letters
from desktop_app.text.papers import papers as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.papers.papers_page import PapersPage
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.paper.open_pages import OpenPages
from desktop_app.widgets.paper.printer import NoPrinter, Printer, PrintJob

_ASKED: Final[Mapping[str, tuple[str, str]]] = {
    ".pdf": (words.SAVE_TITLE, words.PDF_FILES),
    ".docx": (words.WORD_TITLE, words.WORD_FILES),
}
"""By ending: the title of the dialog and the files that it shows."""


class PapersWays(QObject):
    """``again`` is what another try does after a refusal."""

    left = Signal(object, object)
    """The order of a paper that is in a file or on the printer, and the paper; None for a Word file."""
    entered = Signal(object, object)
    """The order and the paper of letters that are printed with their numbers of the register."""

    def __init__(
        self,
        page: PapersPage,
        printing: PaperPrinting,
        dialogs: Dialogs,
        printer: Printer,
        typed: TypedParts,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page, self._printing, self._typed = page, printing, typed
        self._dialogs, self._printer = dialogs, printer
        self._saved: Path | None = None
        self.again: Callable[[], object] = page.clear_message

    def ask_path(self, order: PaperOrder, suffix: str) -> Path | None:
        """Where the operator wants the file."""
        title, kinds = _ASKED[suffix]
        suggested = self._printing.papers_folder() / file_name(order, self._page.form.choices, suffix)
        return self._dialogs.pick_save_path(title, suggested, kinds)

    def write(self, path: Path, content: bytes, order: PaperOrder, paper: Paper[Any] | None = None) -> None:
        """The whole file or nothing; one with its ``paper`` is ready to be sent."""
        try:
            self._printing.write_file(path, content)
        except Refused as refused:
            self._not_written(refused, path, lambda place: self.write(place, content, order, paper), order)
            return
        self._typed.kept(order)
        self._page.form.keep_written()
        self._saved = path.parent
        self._page.show_saved(words.saved(str(path)))
        self.left.emit(order, paper)

    def _not_written(self, refused: Refused, path: Path, write: Callable[[Path], object], order: PaperOrder) -> None:
        """The same place again, or another where that one can never be."""
        if refused.key in NEVER_THERE:
            ending = path.suffix.lower() if path.suffix.lower() in _ASKED else ".pdf"
            self.again = lambda: self._write_elsewhere(ending, write, order)
            self._page.show_refusal(sentence(refused), action=words.OTHER_PLACE)
        else:
            self.again = lambda: write(path)
            self._page.show_refusal(sentence(refused), action=words.AGAIN)

    def _write_elsewhere(self, ending: str, write: Callable[[Path], object], order: PaperOrder) -> None:
        path = self.ask_path(order, ending)
        if path is not None:
            write(path)

    def show_folder(self) -> None:
        """The folder of the file that was written last."""
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved)))

    def try_again(self) -> None:
        """Do once more what was refused."""
        self._page.clear_message()
        self.again()

    def print_pages(self, made: MadePaper, pages: OpenPages, again: Callable[[], object]) -> None:
        """Put the paper on paper. A paper that enters letters is printed whole, and they are entered after it."""
        self.again, order = again, made.order
        name = file_name(order, self._page.form.choices, ".pdf")
        shown = None if made.rows else self._page.shown_page()
        job = PrintJob(pages.count, pages.draw, pages.points, name, shown, whole=made.rows > 0)
        try:
            printed = self._printer.print_pages(job, lambda _page, _count: None)
        except NoPrinter:
            self._page.show_refusal(words.NO_PRINTER, words.NO_PRINTER_WHY, words.AGAIN)
            return
        if printed is None:
            return
        self._page.show_done(words.printing(printed.count, printed.copies, pages.count))
        if len(set(printed.pages)) == pages.count:
            self._typed.kept(order)
            self._page.form.keep_written()
            self.left.emit(order, made.paper)
            if enters_by_print(order.kind):
                self.entered.emit(order, made.paper)
        elif made.rows:
            self._page.show_refusal(words.NOT_WHOLE, words.NOT_WHOLE_WHY, words.AGAIN)
        elif order.kind is PaperKind.INVITATION:
            letters = printed_letters(made.first_pages, pages.count, printed.pages)
            document = some_letters(order.kind, made.paper.document, letters)
            if document is not None:
                self.left.emit(order, replace(made.paper, document=document))
