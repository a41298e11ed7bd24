"""Recording, correction and delivery of incoming and outgoing papers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app.domain.calendar.jalali import format_short
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.outcome import Outcome
from desktop_app.domain.read_models.listing import paper_of_line
from desktop_app.domain.rules.invitations import SendingWay
from desktop_app.domain.rules.registered_papers import IncomingPaper, OutgoingPaper
from desktop_app.domain.text.digits import record_number
from desktop_app.services.context import Context
from desktop_app.services.files.owners import NewFile
from desktop_app.services.registers import papers
from desktop_app.services.registers.register_sheet import numbers_itself
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.paper.open_pages import OpenPages
from desktop_app.window.kit.destinations import OpenPapers
from desktop_app.window.kit.file_drop import DroppedFiles
from desktop_app.window.kit.files.files_adding import CopiedFiles, FilePort, FilesAdding
from desktop_app.window.kit.record_sheet import Values
from desktop_app.window.kit.state_format import SentLetterDialog
from desktop_app.window.kit.undo_list import HowToUndo, undo_by_rows
from desktop_app.window.letters import paper_sheets
from desktop_app.window.letters.paper_sheets import IncomingSheet
from desktop_app.window.letters.register_acts import RegisterActs
from desktop_app.words import attached_files as file_words
from desktop_app.words import letters as words
from desktop_app.words import letters_steps as steps
from desktop_app.words.refusals import sentence
from desktop_app.workers import Workers


class IncomingPapers:
    """Acts on incoming letters: record one with its files, or correct one."""

    def __init__(self, host: RegisterActs, dialogs: Dialogs, file_port: FilePort, workers: Workers) -> None:
        self._host, self._dialogs, self._file_port, self._workers = host, dialogs, file_port, workers
        self._folder = Path.home()

    def record(self) -> _NewLetter:
        """Open the form of a new letter and return it, ready for files."""
        fresh = IncomingPaper(received_on=self._host.context.clock.today())
        page = self._host.page
        form = IncomingSheet(paper_sheets.incoming_sheet(fresh, self._host.known()), page.dates, page)
        new = _NewLetter(form, FilesAdding(self._file_port, self._workers, form.show_progress, form))

        def save(values: Values) -> None:
            if new.adding.busy:
                form.warn(words.STILL_ADDING)
                return

            def do(context: Context) -> Outcome:
                paper = paper_sheets.incoming_from(fresh, values)
                return papers.record_incoming(context, paper, tuple(new.files), unnamed=file_words.UNNAMED)

            self._host.record_row(do, paper_sheets.subject_in(values), outgoing=False)

        form.saved.connect(save)
        form.pick_requested.connect(lambda: self._pick(new))
        page.open_sheet(form)
        return new

    def record_with_files(self, found: DroppedFiles) -> None:
        """Open the form of a new letter with files dropped or pasted on the registers."""
        self.record().bring(found)

    def correct(self) -> None:
        """Open the form that corrects the shown letter."""
        seen = self._host.paper()
        if not isinstance(seen, IncomingPaper):
            return

        def save(values: Values) -> None:
            self._host.do_in_sheet(
                lambda context: papers.correct_incoming(context, paper_sheets.incoming_from(seen, values), seen=seen),
                HowToUndo(steps.corrected(seen.subject), undo_by_rows),
                words.CORRECTED,
            )

        self._host.open_sheet(paper_sheets.incoming_sheet(seen, self._host.known()), save)

    def _pick(self, new: _NewLetter) -> None:
        path = self._dialogs.pick_open_path(file_words.ADD_TITLE, self._folder, file_words.ALL_FILES)
        if path is not None:
            self._folder = path.parent
            new.bring(DroppedFiles((path,)))


class _NewLetter(QObject):
    """The form of a new letter and its files, whose bytes are stored at once."""

    def __init__(self, form: IncomingSheet, adding: FilesAdding) -> None:
        super().__init__(form)
        self._form, self.adding = form, adding
        self.files: list[NewFile] = []
        form.brought.connect(self.bring)
        form.put_aside.connect(self._put_aside)
        form.finished.connect(lambda _result: adding.stop())

    def bring(self, found: DroppedFiles) -> None:
        """Store the bytes of dropped, pasted or chosen files."""
        if self.adding.busy:
            self._form.warn(file_words.BUSY)
        else:
            self.adding.begin(found, self._add, lambda: None)

    def _add(self, copied: CopiedFiles) -> None:
        known = {one.file.sha256 for one in self.files}
        self.files += [one for one in copied.files if one.file.sha256 not in known]
        self._show()
        told = [*map(sentence, copied.refused), *copied.doubts]
        if told:
            self._form.warn("\n".join(told))

    def _put_aside(self, place: int) -> None:
        del self.files[place]
        self._show()

    def _show(self) -> None:
        self._form.show_files([one.name for one in self.files])


class OutgoingPapers:
    """Acts on outgoing letters; ``letter_of`` opens the pages of a letter made by the program."""

    def __init__(self, host: RegisterActs, letter_of: Callable[[int], OpenPages]) -> None:
        self._host, self._letter_of = host, letter_of

    def record(self) -> None:
        """Open the form of a paper that was made elsewhere."""
        numbered = self._host.read(numbers_itself)
        if numbered is None:
            return
        fresh = OutgoingPaper(day=self._host.context.clock.today(), way=SendingWay.AUTOMATION)

        def save(values: Values) -> None:
            def do(context: Context) -> Outcome:
                return papers.record_outgoing(context, paper_sheets.outgoing_from(fresh, values))

            self._host.record_row(do, paper_sheets.subject_in(values), outgoing=True)

        self._host.open_sheet(paper_sheets.outgoing_sheet(fresh, self._host.known(), numbered=numbered), save)

    def show_letter(self) -> None:
        """Show the letter as it was sent."""
        paper = self._host.paper()
        if not isinstance(paper, OutgoingPaper):
            return
        pages = self._host.read(lambda _context: self._letter_of(paper.id))
        if pages is not None:
            told = words.joined(paper.subject, format_short(paper.day), record_number(paper.number))
            dialog = SentLetterDialog(words.letter_to(paper.addressee), told, pages.count, pages.draw, self._host.page)
            dialog.let_go.connect(pages.close)
            dialog.open()

    def note_delivery(self) -> None:
        """Open the form for the delivery of the shown letter, or of all selected ones."""
        lines, seen = [paper_of_line(one) for one in self._host.page.chosen_ids()], self._host.paper()
        went = [paper_id for paper_id, outgoing in lines if outgoing]
        if len(lines) > 1 and not went:
            self._host.page.show_refusal(words.NONE_WENT)
        elif len(lines) > 1:
            self._note_several(went)
        elif isinstance(seen, OutgoingPaper):
            self._note_one(seen)

    def open_delivery_slip(self) -> None:
        """Open the delivery slip of the selected letters, or of the day of the shown one."""
        lines, paper = [paper_of_line(one) for one in self._host.page.chosen_ids()], self._host.paper()
        went = tuple(paper_id for paper_id, outgoing in lines if outgoing)
        order = PaperOrder(kind=PaperKind.DELIVERY_SLIP)
        if len(lines) > 1 and went:
            order = replace(order, papers=went)
        elif isinstance(paper, OutgoingPaper):
            order = replace(order, sent_on=paper.day)
        self._host.navigated.emit(OpenPapers(order))

    # ---- inside

    def _note_one(self, seen: OutgoingPaper) -> None:
        def save(values: Values) -> None:
            paper = paper_sheets.delivery_from(seen, values)
            if paper.number == seen.number:
                back, said = HowToUndo(steps.delivery(seen.addressee), undo_by_rows), words.DELIVERY_NOTED
            else:
                # a number is given once
                back, said = None, words.numbered(record_number(paper.number))
            self._host.do_in_sheet(lambda context: papers.note_delivery(context, paper, seen=seen), back, said)

        self._host.open_sheet(paper_sheets.delivery_sheet(seen), save)

    def _note_several(self, paper_ids: list[int]) -> None:
        def save(values: Values) -> None:
            told = paper_sheets.deliveries_from(values)
            self._host.do_in_sheet(
                lambda context: papers.note_deliveries(context, paper_ids, told),
                HowToUndo(steps.deliveries(len(paper_ids)), undo_by_rows),
                words.DELIVERIES_NOTED,
            )

        self._host.open_sheet(paper_sheets.deliveries_sheet(len(paper_ids)), save)
