"""Controller of a record page: reads the chosen record, opens its forms, does its actions, and asks before leaving."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject

from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.listing import ListQuery
from desktop_app.services.context import Context
from desktop_app.widgets.feedback.dialogs import Dialogs, confirm_leave
from desktop_app.window.kit.destinations import Destination
from desktop_app.window.kit.list_controller import ListController, ListReads
from desktop_app.window.kit.record_page import DetailPage
from desktop_app.window.kit.record_sheet import FieldsSheet, SheetSpec, Values
from desktop_app.window.kit.undo_list import Do, HowToUndo
from desktop_app.words import members as member_words
from desktop_app.words.history import UNDO
from desktop_app.words.refusals import sentence

Read = TypeVar("Read")
Sheet = TypeVar("Sheet")


class RecordController(ListController, Generic[Sheet]):
    """``read_record`` is the service that reads one record by its id in the list."""

    page: DetailPage[Any, Sheet]

    def __init__(
        self,
        page: DetailPage[Any, Sheet],
        context: Context,
        dialogs: Dialogs,
        reads: ListReads[Any],
        read_record: Callable[[Context, int], Sheet],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(page, context, reads, parent)
        self._dialogs, self.read_record = dialogs, read_record
        self._shown_id = -1
        """The record that was read since the list was read last."""
        self._read_id = 0
        """The record in the detail."""
        page.row_chosen.connect(self.show_record)
        page.record_act_requested.connect(self.do)
        page.band_action_requested.connect(self.undo)

    def do(self, key: str) -> None:
        """Do an action on the record in the detail, or follow one of its links."""
        raise NotImplementedError

    # ---- showing

    def visit(self, destination: Destination) -> None:
        """Show the list, and the record that the destination names, if it names one."""
        self._read_again()
        record_id = self.id_in(destination)
        if record_id:
            self.choose_record(record_id)
            self.page.beside.enter()

    def id_in(self, _destination: Destination) -> int:
        """Return the id of the record that a destination names; 0 for none."""
        return 0

    def reload(self, changed: Changed) -> None:
        """Read the list and the chosen record again if one of the changes shows in them."""
        if changed & self._reads.watched:
            self._read_again()

    def show_record(self, record_id: int) -> None:
        """Read a record and show it in the detail; 0 shows none. A record that cannot be read leaves no other there."""
        other = record_id != self._read_id
        record = self.read(lambda context: self.read_record(context, record_id)) if record_id else None
        self._shown_id = record_id
        if record is not None or other or not record_id:
            self._read_id = record_id
            self.page.show_record(record)

    def _read_again(self) -> None:
        self._shown_id = -1
        self.show()
        # the list has read the record already where another row was chosen
        if self._shown_id != self.page.chosen_id():
            self.show_record(self.page.chosen_id())

    def choose_record(self, record_id: int) -> None:
        """Choose a record in the list; one that the view hides is shown among all."""
        if not self.page.choose(record_id):
            now = self.page.query()
            self.ask(ListQuery(view=self.page.spec.whole, sort=now.sort, descending=now.descending))
            self.page.choose(record_id)

    def may_leave(self) -> bool:
        """Ask before leaving while the open form has typed text that is not saved."""
        sheet = self.page.sheet()
        if sheet is None:
            return True
        title, loss = member_words.LEAVE_ASK, member_words.LEAVE_TEXT
        stay, leave = member_words.STAY, member_words.LEAVE
        if sheet.is_dirty() and not confirm_leave(
            self._dialogs, title, loss, stay=stay, leave=leave, save=sheet.save_now
        ):
            return False
        sheet.leave()
        return True

    def show_step(self, _made: Outcome, said: str) -> None:
        """Say what was taken back or done again."""
        self.page.show_done(said)

    # ---- forms

    def read(self, ask: Callable[[Context], Read], nothing: str = "") -> Read | None:
        """Ask a service; show its refusal and return None. An empty answer is refused with ``nothing``, if given."""
        try:
            found = ask(self.context)
        except Refused as refused:
            self.show_problem(refused)
            return None
        if nothing and not found:
            self.page.show_refusal(nothing)
            return None
        return found

    def open_sheet(self, spec: SheetSpec, save: Callable[[Values], object]) -> None:
        """Open a form over the page; ``save`` gets its values."""
        form = FieldsSheet(spec, self.page.dates, self.page)
        form.saved.connect(save)
        self.page.open_sheet(form)

    def refuse_in_sheet(self, refused: Refused) -> bool:
        """Show a refusal in the open form; return whether there is one."""
        sheet: Any = self.page.sheet()
        return sheet is not None and sheet.show_refusal(refused.field, sentence(refused))

    def do_in_sheet(self, do: Do, back: HowToUndo | None, said: str) -> Outcome | None:
        """Do the act of the open form, close it, and say so with the way back; None if it was refused."""
        made = self.act(do, self.refuse_in_sheet, accept=self.page.close_sheet, back=back)
        if made is not None:
            self.page.show_done(said, UNDO if self.steps.last_done() is not None else "")
        return made
