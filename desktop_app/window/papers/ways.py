"""Saving and printing of a made paper, and the typed texts and choices that the page remembers.

Each way can be tried again. Typed texts are kept for each kind and asked about before the window closes; the kind and
lasting choices are kept on this machine.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any, Final
from unicodedata import combining

from PySide6.QtCore import QObject, QSettings, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from desktop_app.domain.calendar.jalali import to_jalali
from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.documents.letter_lines import LetterAdditions
from desktop_app.domain.documents.paper_kinds import ORDERED_BY_HAND, PaperKind
from desktop_app.domain.documents.paper_orders import FORMS, OrderPart, PaperChoices, PaperOrder, enters_by_print
from desktop_app.domain.errors import Refused
from desktop_app.domain.text.digits import record_number
from desktop_app.domain.text.json_text import read_json
from desktop_app.services.documents.letter_document import some_letters
from desktop_app.widgets.feedback.dialogs import Dialogs, confirm_leave
from desktop_app.widgets.paper.open_pages import OpenPages
from desktop_app.widgets.paper.printer import NoPrinter, Printer, PrintJob
from desktop_app.window.kit.paper_printing import NEVER_THERE, PaperPrinting
from desktop_app.window.papers.page import PapersPage
from desktop_app.words import papers as words
from desktop_app.words.refusals import sentence


@dataclass(frozen=True, slots=True, eq=False)
class MadePaper:
    """A made paper: its order, its document, and its PDF file.

    ``first_pages`` are those on which its letters begin, from 0. ``rows`` of the register will be made when it is
    printed and entered; one that is made for ``entering`` bears their numbers.
    """

    order: PaperOrder
    paper: Paper[Any]
    pdf: bytes
    first_pages: tuple[int, ...]
    rows: int = 0
    entering: bool = False


def printed_letters(first_pages: Collection[int], count: int, printed: Collection[int]) -> frozenset[int]:
    """Return the indexes, from 0, of letters whose pages were all printed."""
    letters = [range(first, end) for first, end in pairwise([*first_pages, count])]
    return frozenset(place for place, pages in enumerate(letters) if all(page in printed for page in pages))


_NOTHING = LetterAdditions()


class TypedParts:
    """Texts of the letters by kind, and whether their long texts were saved or printed.

    A number of the outer register belongs to one letter: it must not go along to a letter of another kind.
    """

    def __init__(self, dialogs: Dialogs) -> None:
        self._dialogs = dialogs
        self._said: dict[PaperKind, LetterAdditions] = {}
        self._kept: set[str] = set()

    def turn(self, left: PaperOrder, kind: PaperKind) -> LetterAdditions:
        """Return the texts of a kind and keep those of the kind being left."""
        self._said[left.kind] = left.said
        return self._said.get(kind, _NOTHING)

    def merge_order(self, left: PaperOrder, wanted: PaperOrder) -> PaperOrder:
        """Return an order from another page with the typed texts kept, except number and date."""
        said = replace(self.turn(left, wanted.kind), number="", day=None)
        if wanted.said != _NOTHING:
            said = wanted.said
        letter = {name: getattr(wanted, name) or getattr(left, name) for name in ("text", "to", "to_post")}
        return replace(wanted, said=said, **letter)

    def kept(self, order: PaperOrder) -> None:
        """Mark the texts of an order as saved or printed."""
        self._kept |= {order.text.strip(), order.said.note.strip()}

    def may_go(self, order: PaperOrder | None) -> bool:
        """Whether the form may be cleared: it is empty, saved or printed, or the operator agrees."""
        said = dict(self._said)
        typed = set()
        if order is not None:
            said[order.kind] = order.said
            typed.add(order.text.strip())
        typed |= {one.note.strip() for one in said.values()}
        if typed - self._kept <= {""}:
            return True
        return confirm_leave(self._dialogs, words.TYPED_ASK, words.TYPED_TEXT, stay=words.GO_ON, leave=words.LEAVE)


CHOICE = "papers/choice"


class PapersMemory:
    """Stores the last kind of paper, its year and its scope; month and meeting are not stored."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def read(self) -> PaperOrder:
        """Return the stored choice; invalid values are ignored."""
        try:
            found = read_json(str(self._settings.value(CHOICE) or "{}"))
            year = found.get("year")
            return PaperOrder(
                kind=PaperKind(found.get("kind", PaperKind.MONTHLY_REPORT)),
                year=year if isinstance(year, int) else None,
                every=found.get("every") is True,
            )
        except (ValueError, AttributeError):
            return PaperOrder(kind=PaperKind.MONTHLY_REPORT)

    def keep(self, order: PaperOrder) -> None:
        """Store the choice; a list is ordered from its own page and is not remembered."""
        if order.kind not in ORDERED_BY_HAND:
            return
        kept = {"kind": order.kind.value, "year": order.year, "every": order.every}
        self._settings.setValue(CHOICE, json.dumps(kept))


_LONGEST: Final = 60
"""Characters of what it is about: the whole path has to stay below what Windows takes."""


def file_name(order: PaperOrder, choices: PaperChoices, suffix: str) -> str:
    """Return the suggested file name; ``choices`` give the numbers and names of what was selected."""
    asked = FORMS[order.kind].parts
    told = [name for part, say in _PARTS.items() if part in asked for name in say(order, choices)]
    if OrderPart.LETTER in asked:
        told.append(order.to)
    if order.table.title:
        told.append(order.table.title)
    return words.file_name(order.kind.value, "-".join(filter(None, map(_plain, told)))[:_LONGEST].rstrip("-"), suffix)


# ---- inside


def _meeting(order: PaperOrder, choices: PaperChoices) -> Iterator[str]:
    yield from (words.meeting_in_name(one.number) for one in choices.meetings if one.id == order.meeting_id)


def _resolution(order: PaperOrder, choices: PaperChoices) -> Iterator[str]:
    yield from (record_number(one.number) for one in choices.resolutions if one.id == order.resolution_id)


def _unit(order: PaperOrder, choices: PaperChoices) -> Iterator[str]:
    yield from (one.name for one in choices.units if one.id == order.unit_id)


def _invitee(order: PaperOrder, _choices: PaperChoices) -> Iterator[str]:
    yield order.only


def _month(order: PaperOrder, _choices: PaperChoices) -> Iterator[str]:
    if order.month is not None:
        yield f"{order.month.year}-{order.month.month:02}"


def _year(order: PaperOrder, _choices: PaperChoices) -> Iterator[str]:
    if order.year is not None:
        yield str(order.year)


def _day(order: PaperOrder, _choices: PaperChoices) -> Iterator[str]:
    if order.sent_on is not None:
        day = to_jalali(order.sent_on)
        yield f"{day.year}-{day.month:02}-{day.day:02}"


_PARTS: Final[Mapping[OrderPart, Callable[[PaperOrder, PaperChoices], Iterator[str]]]] = {
    OrderPart.MEETING: _meeting,
    OrderPart.RESOLUTION: _resolution,
    OrderPart.UNIT: _unit,
    OrderPart.INVITEE: _invitee,
    OrderPart.MONTH: _month,
    OrderPart.YEAR: _year,
    OrderPart.SENT: _day,
}


def _plain(text: str) -> str:
    """Return the text with all but letters, digits and ZWNJ replaced by dashes."""
    kept = "".join(one if one.isalnum() or combining(one) or one in "\u200c-" else " " for one in text)
    return "-".join(kept.split())


_ASKED: Final[Mapping[str, tuple[str, str]]] = {
    ".pdf": (words.SAVE_TITLE, words.PDF_FILES),
    ".docx": (words.WORD_TITLE, words.WORD_FILES),
}
"""By ending: the title of the dialog and the files that it shows."""


class PapersOutput(QObject):
    """Saves and prints papers; ``again`` is the action of the retry button."""

    left = Signal(object, object)
    """The order of a paper that is in a file or on the printer, and the paper; None for a Word file."""
    entered = Signal(object, object)
    """The order and the paper of letters that are printed with their numbers of the register."""

    issued = Signal(object)
    """The order of a paper of which at least one page is in a file or on the printer."""

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
        """Ask the operator for the file path."""
        title, kinds = _ASKED[suffix]
        suggested = self._printing.papers_folder() / file_name(order, self._page.form.choices, suffix)
        return self._dialogs.pick_save_path(title, suggested, kinds)

    def write(self, path: Path, content: bytes, order: PaperOrder, paper: Paper[Any] | None = None) -> None:
        """Write the whole file or nothing; `paper` marks a file ready to be sent."""
        try:
            self._printing.write_file(path, content)
        except Refused as refused:
            self._not_written(refused, path, lambda place: self.write(place, content, order, paper), order)
            return
        self._typed.kept(order)
        self._page.form.keep_written()
        self._saved = path.parent
        self._page.show_saved(words.saved(str(path)))
        self.issued.emit(order)
        self.left.emit(order, paper)

    def _not_written(self, refused: Refused, path: Path, write: Callable[[Path], object], order: PaperOrder) -> None:
        """Offer to retry the path, or to choose another if that one is impossible."""
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
        """Open the folder of the file saved last."""
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved)))

    def try_again(self) -> None:
        """Retry the refused action."""
        self._page.clear_message()
        self.again()

    def print_pages(self, made: MadePaper, pages: OpenPages, again: Callable[[], object]) -> None:
        """Print the paper; letters to be registered are printed whole and then entered."""
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
        self.issued.emit(order)
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
