"""Recording and correcting of letters that came in; files that are brought to a new one are part of the same act."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.controllers.files.file_port import FilePort
from desktop_app.controllers.files.files_adding import CopiedFiles, FilesAdding
from desktop_app.controllers.shell.undo_list import WayBack, by_rows
from desktop_app.domain.rules.registered_papers import IncomingPaper
from desktop_app.services.context import Context
from desktop_app.services.files.attaching import NewFile
from desktop_app.services.outcome import Outcome
from desktop_app.services.registers import incoming
from desktop_app.text.papers import attached_files as file_words
from desktop_app.text.registers import registers as words
from desktop_app.text.registers import registers_steps as steps
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.files.file_drop import Brought
from desktop_app.views.registers import paper_sheets as sheets
from desktop_app.views.registers.incoming_sheet import IncomingSheet
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.workers import Workers

if TYPE_CHECKING:
    from desktop_app.controllers.registers.registers_controller import RegistersController


class IncomingPapers(QObject):
    """Part of the controller of the registers. The bytes of a file are kept when it is brought, off the main thread."""

    def __init__(self, host: RegistersController, dialogs: Dialogs, file_port: FilePort, workers: Workers) -> None:
        super().__init__(host)
        self._host, self._dialogs, self._folder = host, dialogs, Path.home()
        self._sheet: IncomingSheet | None = None
        self._files: list[NewFile] = []
        self._adding = FilesAdding(file_port, workers, self._show_progress, self)

    def record(self) -> None:
        """A letter in the next row; the sheet is ready for its files."""
        # what is still copied belongs to the sheet before
        self._adding.stop()
        today = self._host.context.clock.today()
        fresh = IncomingPaper(committee_id=0, year=1, row=1, number="", received_on=today, sender="", subject="")
        page = self._host.page
        form = IncomingSheet(sheets.incoming_sheet(fresh, self._host.known()), page.dates, page)
        self._sheet, self._files = form, []
        form.saved.connect(lambda values: self._save(fresh, values))
        form.brought.connect(self.bring)
        form.pick_requested.connect(self._pick)
        form.put_aside.connect(self._put_aside)
        form.finished.connect(lambda _result: self._closed(form))
        page.open_sheet(form)

    def record_with(self, found: Brought) -> None:
        """What was let go or pasted over the registers is a letter that came in."""
        self.record()
        self.bring(found)

    def correct(self, seen: IncomingPaper) -> None:
        """What was typed of a letter."""

        def save(values: sheets.Values) -> None:
            self._host.do_in_sheet(
                lambda context: incoming.correct_incoming(context, sheets.incoming_from(seen, values), seen=seen),
                WayBack(steps.corrected(seen.subject), by_rows),
                words.CORRECTED,
            )

        self._host.open_sheet(sheets.incoming_sheet(seen, self._host.known()), save)

    def bring(self, found: Brought) -> None:
        """Keep the bytes of what was brought to the sheet."""
        form = self._sheet
        if form is None:
            return
        if self._adding.busy:
            form.warn(file_words.BUSY)
            return
        self._adding.begin(found, partial(self._taken, form), lambda: None)

    # ---- inside

    def _save(self, fresh: IncomingPaper, values: sheets.Values) -> None:
        if self._adding.busy and self._sheet is not None:
            self._sheet.warn(words.STILL_ADDING)
            return
        files = tuple(self._files)

        def do(context: Context) -> Outcome:
            paper = sheets.incoming_from(fresh, values)
            return incoming.record_incoming(context, paper, files, unnamed=file_words.UNNAMED)

        self._host.recorded(do, sheets.subject_in(values), outgoing_=False)

    def _taken(self, form: IncomingSheet, taken: CopiedFiles) -> None:
        if self._sheet is not form:
            return
        known = {one.file.sha256 for one in self._files}
        self._files += [one for one in taken.files if one.file.sha256 not in known]
        self._show_files()
        told = [*map(sentence, taken.refused), *taken.doubts]
        if told:
            form.warn("\n".join(told))

    def _put_aside(self, place: int) -> None:
        del self._files[place]
        self._show_files()

    def _pick(self) -> None:
        path = self._dialogs.pick_open_path(file_words.ADD_TITLE, self._folder, file_words.ALL_FILES)
        if path is not None:
            self._folder = path.parent
            self.bring(Brought((path,)))

    def _show_files(self) -> None:
        if self._sheet is not None:
            self._sheet.show_files([one.name for one in self._files])

    def _show_progress(self, text: str) -> None:
        if self._sheet is not None:
            self._sheet.show_progress(text)

    def _closed(self, form: IncomingSheet) -> None:
        if self._sheet is form:
            self._sheet, self._files = None, []
            self._adding.stop()
