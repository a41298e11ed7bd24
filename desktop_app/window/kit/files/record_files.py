"""Attached files of the shown record: the button, the dialog, and the acts on the files.

An act belongs to the page: Ctrl+Z on the page or in the dialog takes it back. Looking at a file, in the window, in the
system's program or as a copy elsewhere, changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import FilesAttached, Outcome
from desktop_app.domain.papers import Classification
from desktop_app.domain.read_models.history import RecordKey
from desktop_app.domain.read_models.paper_sheets import FileLine, FilesSheet
from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.services.context import Context
from desktop_app.services.files import owners
from desktop_app.services.files.owners import file_count, files_sheet
from desktop_app.services.history.history import record_named
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.paper.open_pages import AwaitedPages
from desktop_app.widgets.shell.shortcuts import add_page_action, paste_keys
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.file_drop import DroppedFiles, FileDrop, clipboard_files
from desktop_app.window.kit.files.files_adding import CopiedFiles, FilePort, FilesAdding
from desktop_app.window.kit.files.files_dialog import FilesDialog
from desktop_app.window.kit.files_button import FileForm, FilePreview, FilesButton
from desktop_app.window.kit.page_controller import PageController
from desktop_app.window.kit.undo_list import Do, HowToUndo, undo_by_act, undo_by_rows
from desktop_app.words import attached_files as words
from desktop_app.words.refusals import sentence
from desktop_app.workers import Watch, Workers

T = TypeVar("T")


class FileOpener(QObject):
    """Reads and verifies a file in a background thread; a refusal is shown above the list of files."""

    def __init__(self, file_port: FilePort, dialogs: Dialogs, workers: Workers, parent: QObject) -> None:
        super().__init__(parent)
        self._file_port, self._dialogs, self._workers = file_port, dialogs, workers
        self._pages: AwaitedPages | None = None

    def do(self, key: str, line: FileLine, over: FilesDialog) -> None:
        """Show a file, open it in another program, or save a copy."""
        if key == "save":
            self._save(line, over)
        elif key == "show" and self._file_port.may_show(line.file):
            self._read(line, over)
        else:
            self._open(line, over)

    def _read(self, line: FileLine, over: FilesDialog) -> None:
        """Open the pages of a file; stop when the reading is cancelled."""

        def read(watch: Watch) -> AwaitedPages:
            return self._file_port.open_pages(
                line.file, line.link.name, lambda _done, _total: watch.stop_if_cancelled()
            )

        def shown(pages: AwaitedPages) -> None:
            # it may have been opened just before its list was closed
            if watch.cancelled:
                pages.close()
            else:
                self._show(line, pages, over)

        watch = self._workers.run_watched(read, shown, partial(self._failed, over), owner=over)
        over.finished.connect(watch.cancel)

    def _show(self, line: FileLine, pages: AwaitedPages, over: FilesDialog) -> None:
        self._let_go()
        self._pages = pages
        shown = FilePreview(line.link.name, pages.count, pages.draw, over)
        shown.let_go.connect(self._let_go)
        shown.open_requested.connect(lambda: self._open(line, over))
        shown.open()

    def _open(self, line: FileLine, over: FilesDialog) -> None:
        name = line.link.name

        def opened(path: Path) -> None:
            try:
                self._file_port.open_in_program(path, name)
            except Refused as refused:
                over.show_refusal(sentence(refused))
            else:
                over.show_message_above(words.OPENED, Tone.NEUTRAL)

        self._run(over, lambda: self._file_port.copy_for_program(line.file, name), opened)

    def _save(self, line: FileLine, over: FilesDialog) -> None:
        path = self._dialogs.pick_save_path(
            words.SAVE_TITLE, self._file_port.suggested(line.file, line.link.name), words.ALL_FILES
        )
        if path is not None:
            self._run(
                over,
                lambda: self._file_port.save_copy(line.file, path),
                lambda _none: over.show_message_above(words.SAVED),
            )

    def _run(self, over: FilesDialog, work: Callable[[], T], done: Callable[[T], object]) -> None:
        self._workers.run(work, done, partial(self._failed, over), owner=over)

    @staticmethod
    def _failed(over: FilesDialog, error: BaseException) -> None:
        if not isinstance(error, Refused):
            raise error
        over.show_refusal(sentence(error))

    def _let_go(self) -> None:
        pages, self._pages = self._pages, None
        if pages is not None:
            pages.close()


Made = TypeVar("Made", bound=Outcome)


class RecordFiles(QObject):
    """The files of the record shown in ``part`` of the page, where files may also be dropped."""

    def __init__(
        self,
        page: QWidget,
        button: FilesButton,
        part: QWidget,
        host: PageController,
        file_port: FilePort,
        dialogs: Dialogs,
        workers: Workers,
    ) -> None:
        super().__init__(host)
        self._page, self._button, self._host = page, button, host
        self._dialogs, self._file_port, self._folder = dialogs, file_port, Path.home()
        self._bring_new: Callable[[DroppedFiles], object] | None = None
        self._dialog: FilesDialog | None = None
        self._record: RecordRef | None = None
        self._sheet = FilesSheet(())
        self._adding = FilesAdding(file_port, workers, self._show_progress, self)
        self._looking = FileOpener(file_port, dialogs, workers, self)
        button.clicked.connect(self.open)
        button.count_wanted.connect(self._count)
        host.changed.connect(lambda _changed: self._refresh())
        # what the page says at the foot of the window lies beneath the dialog
        host.status_message.connect(self._told_beneath)
        add_page_action(page, words.FILES, words.KEYS, self.open)
        self._drop: FileDrop | None = None
        if host.context.writable:
            # data that are only looked at take no files, however they come
            add_page_action(page, words.PASTE, paste_keys(), self.paste)
            button.show_in(part)
            self._drop = FileDrop(page)
            self._drop.dropped.connect(self._dropped)

    def accept_files_without_record(self, bring_new: Callable[[DroppedFiles], object]) -> None:
        """Pass dropped files to ``bring_new`` while no record is shown."""
        self._bring_new = bring_new
        if self._drop is not None:
            self._drop.anywhere = True

    # ---- showing

    def open(self) -> None:
        """Open the dialog of files of the shown record."""
        if self._button.record is not None and self._dialog is None:
            self._open(self._button.record)

    def _open(self, record: RecordRef) -> FilesDialog | None:
        if self._dialog is not None:
            return self._dialog
        self._record = record
        try:
            self._sheet = files_sheet(self._host.context, record).with_doubts(self._file_port.doubt_of)
            named = record_named(self._host.context, RecordKey(record.kind.value, record.id))
        except Refused as refused:
            self._host.show_problem(refused)
            return None
        dialog = self._dialog = FilesDialog(self._page.window(), self._host.context.paper.history.name(named))
        dialog.add_requested.connect(self.pick)
        dialog.act_requested.connect(self._do)
        dialog.brought.connect(self.bring)
        dialog.paste_requested.connect(self.paste)
        dialog.stop_requested.connect(self._adding.stop)
        dialog.undo_requested.connect(self._host.undo)
        dialog.redo_requested.connect(self._host.redo)
        dialog.finished.connect(self._closed)
        dialog.show_sheet(self._sheet)
        dialog.open()
        dialog.focus_first()
        return dialog

    def _closed(self, _result: int) -> None:
        dialog, self._dialog = self._dialog, None
        self._adding.stop()
        if dialog is not None:
            dialog.deleteLater()
        self._count()

    def _refresh(self) -> None:
        """Read the files again after an act of the page, which may have changed them."""
        if self._dialog is None or self._record is None:
            return
        try:
            self._sheet = files_sheet(self._host.context, self._record).with_doubts(self._file_port.doubt_of)
        except Refused as refused:
            self._dialog.show_refusal(sentence(refused))
            return
        self._dialog.show_sheet(self._sheet)
        if self._record == self._button.record:
            self._button.show_count(self._sheet.count)

    def _count(self) -> None:
        """Show the number of files; keep the old number if they cannot be read."""
        if self._button.record is None:
            return
        try:
            self._button.show_count(file_count(self._host.context, self._button.record))
        except Refused:
            return

    def _told_beneath(self, text: str, tone: Tone) -> None:
        if self._dialog is not None:
            self._dialog.show_message_above(text, tone)

    def _show_progress(self, text: str) -> None:
        if self._dialog is not None:
            self._dialog.show_progress(text)

    # ---- adding

    def pick(self, record: RecordRef | None) -> None:
        """Ask for a file to attach."""
        path = self._dialogs.pick_open_path(words.ADD_TITLE, self._folder, words.ALL_FILES)
        if path is not None and record is not None:
            self._folder = path.parent
            self.bring(record, DroppedFiles((path,)))

    def paste(self) -> None:
        """Attach the clipboard's files to the shown record or to the record of the file with the keyboard."""
        record = self._dialog.current_record() if self._dialog is not None else self._button.record
        found = clipboard_files()
        if found and (record is not None or self._bring_new is not None):
            self._dropped(record, found)
            return
        told = words.NOTHING_CHOSEN if found else words.NOTHING_TO_PASTE
        if self._dialog is not None:
            self._dialog.show_message_above(told, Tone.WARNING)
        else:
            self._host.status_message.emit(told, Tone.WARNING)

    def _dropped(self, record: RecordRef | None, found: DroppedFiles) -> None:
        if record is not None:
            self.bring(record, found)
        elif found and self._bring_new is not None:
            self._bring_new(found)

    def bring(self, record: RecordRef, found: DroppedFiles) -> None:
        """Attach dropped, pasted or chosen files; show the result in the dialog."""
        # an item of the agenda shows among the files of its meeting
        shown = self._button.record if record.kind is FileOwner.AGENDA_ITEM else None
        dialog = self._open(shown or record)
        if dialog is None or not found:
            return
        if self._adding.busy:
            dialog.show_message_above(words.BUSY, Tone.WARNING)
            return
        dialog.clear_message()
        self._adding.begin(
            found,
            lambda taken: self._attach(record, taken),
            lambda: self._tell(words.STOPPED, Tone.WARNING),
        )

    def _attach(self, record: RecordRef, taken: CopiedFiles) -> None:
        told = [sentence(one) for one in taken.refused]
        made = None
        if taken.files:

            def do(context: Context) -> FilesAttached:
                return owners.attach(context, record, taken.files, unnamed=words.UNNAMED)

            name = taken.files[0].name
            what = words.step_added(name, len(taken.files))
            made = self._act(
                do, HowToUndo(what, undo_by_act(do, _inverse_of_attaching)), words.added, self._refuse_attached
            )
        if made is not None and self._dialog is not None:
            self._dialog.focus_file(made.id)
            told += [words.already(made.already)] if made.already else []
            told += taken.doubts
        if told:
            self._tell("\n".join(told), Tone.WARNING)

    # ---- acts on one file

    def _do(self, key: str, link_id: int) -> None:
        line = self._sheet.line(link_id)
        if line is None or self._dialog is None:
            return
        self._dialog.clear_message()
        name = line.link.name
        if key in ("show", "open", "save"):
            self._looking.do(key, line, self._dialog)
        elif key == "edit":
            self._edit(line)
        elif key == "take_off":
            back = HowToUndo(words.step_taken_off(name), undo_by_rows)
            self._act(lambda context: owners.take_off(context, (link_id,)), back, _said(words.TAKEN_OFF))
        else:
            step = -1 if key == "up" else 1
            back = HowToUndo(words.step_moved(name), undo_by_rows)
            self._act(lambda context: owners.move(context, link_id, step), back, _said(words.MOVED))

    def _edit(self, line: FileLine) -> None:
        if self._dialog is None:
            return
        form = FileForm(line.link, self._dialog)
        form.saved.connect(lambda name, chosen: self._save(form, line, name, chosen))
        form.finished.connect(form.deleteLater)
        form.open()

    def _save(self, form: FileForm, line: FileLine, name: str, chosen: Classification | None) -> None:
        if (name, chosen) == (line.link.name, line.link.classification):
            form.leave()
            return

        def refuse(refused: Refused) -> None:
            form.show_refusal(refused.field, sentence(refused))

        def do(context: Context) -> Outcome:
            return owners.edit(context, line.link.id, name, chosen)

        back = HowToUndo(words.step_changed(line.link.name), undo_by_rows)
        if self._act(do, back, _said(words.CHANGED), refuse) is not None:
            form.leave()

    def _act(
        self,
        do: Callable[[Context], Made],
        back: HowToUndo,
        said: Callable[[int], str],
        refuse: Callable[[Refused], object] | None = None,
    ) -> Made | None:
        """Do an act of the page and show its result in the dialog, which covers the page."""
        try:
            made = self._host.perform(do)
        except Refused as refused:
            (refuse or (lambda one: self._tell(sentence(one), Tone.DANGER)))(refused)
            return None
        self._host.announce(made.changed)
        self._host.steps.add(made, back)
        told = said(len(made.links) if isinstance(made, FilesAttached) else 1)
        self._host.report_done(told)
        return made

    def _refuse_attached(self, refused: Refused) -> None:
        """Show that the record already has this file, which is not an error."""
        self._tell(sentence(refused), Tone.NEUTRAL if refused.key == "file_attached_already" else Tone.DANGER)

    def _tell(self, text: str, tone: Tone) -> None:
        if self._dialog is not None:
            self._dialog.show_message_above(text, tone)
        else:
            self._host.status_message.emit(text, tone)


def _inverse_of_attaching(made: Outcome) -> Do | None:
    """Return the act that removes the files just attached; None if their links are unknown."""
    links = made.links if isinstance(made, FilesAttached) else ()
    return (lambda context: owners.take_off(context, links)) if links else None


def _said(text: str) -> Callable[[int], str]:
    return lambda _count: text
