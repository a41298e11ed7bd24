"""Controller of the registers: shows, records, corrects and cancels papers, and opens the records they are about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QObject

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.outcome import Changed
from desktop_app.domain.read_models.history import RecordKey
from desktop_app.domain.read_models.listing import register_line
from desktop_app.domain.read_models.paper_sheets import PaperAbout
from desktop_app.domain.rules.registered_papers import OutgoingPaper
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.services import lists
from desktop_app.services.context import Context
from desktop_app.services.registers import papers
from desktop_app.services.registers.register_sheet import register_sheet
from desktop_app.widgets.feedback.dialogs import Dialogs, ReasonQuestion
from desktop_app.widgets.paper.open_pages import OpenPages
from desktop_app.window.kit.destinations import (
    Destination,
    OpenMeeting,
    OpenPage,
    OpenRegister,
    OpenResolution,
    OpenTask,
    OpenUnitTasks,
)
from desktop_app.window.kit.files.files_adding import FilePort
from desktop_app.window.kit.list_controller import ListReads
from desktop_app.window.kit.page_controller import to_history
from desktop_app.window.kit.undo_list import HowToUndo, undo_by_rows
from desktop_app.window.letters import paper_panel
from desktop_app.window.letters.page import RECORD_INCOMING, RECORD_OUTGOING, SLIP, RegistersPage
from desktop_app.window.letters.paper_causes import PaperCauses
from desktop_app.window.letters.recorded_papers import IncomingPapers, OutgoingPapers
from desktop_app.window.letters.register_acts import RegisterActs
from desktop_app.words import letters as words
from desktop_app.words import letters_steps as steps
from desktop_app.words.history import UNDO
from desktop_app.workers import Workers

READS: Final = ListReads.of(
    lists.REGISTERS, Changed.REGISTERS | Changed.FILES | Changed.TASKS | Changed.RESOLUTIONS | Changed.MEMBERS
)


class RegistersController(RegisterActs):
    """One act is a sheet over the page, or a question, and then a service.

    ``letter_of`` opens the pages of the letter of an outgoing paper; it may raise ``Refused``.
    """

    def __init__(
        self,
        page: RegistersPage,
        context: Context,
        dialogs: Dialogs,
        letter_of: Callable[[int], OpenPages],
        file_port: FilePort,
        workers: Workers,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(page, context, dialogs, READS, register_sheet, parent)
        self.incoming = IncomingPapers(self, dialogs, file_port, workers)
        self.outgoing = OutgoingPapers(self, letter_of)
        causes = PaperCauses(self, dialogs)
        self._acts: Mapping[str, Callable[[], object]] = {
            paper_panel.EDIT: self.incoming.correct,
            paper_panel.DELIVERY: self.outgoing.note_delivery,
            paper_panel.STRIKE: self.strike,
            paper_panel.LETTER: self.outgoing.show_letter,
            paper_panel.REPORT: causes.report,
            paper_panel.EXTENSION: causes.ask_extension,
            paper_panel.NOMINATION: causes.nominate,
            paper_panel.ANSWER: causes.answer,
            paper_panel.TABLE: causes.put_on_agenda,
            paper_panel.INVITATION: causes.answer_invitation,
            paper_panel.TO_MEETING: causes.link_to_meeting,
            paper_panel.UNLINK: causes.unlink,
            paper_panel.HISTORY_OF: lambda: to_history(self),
        }
        page.act_requested.connect(self._record)
        page.empty_action_requested.connect(self.incoming.record)

    # ---- showing

    def id_in(self, destination: Destination) -> int:
        """Return the list id of the paper that a destination names."""
        return destination.line if isinstance(destination, OpenRegister) else 0

    def history_key(self) -> RecordKey | None:
        """Return the key of the chosen paper."""
        paper = self.paper()
        return RecordKey(paper.kind, paper.id) if paper is not None else None

    # ---- acts

    def do(self, key: str) -> None:
        """Do an action on the shown paper if it is offered, or open a record that the paper is about."""
        sheet = self.page.record()
        if sheet is None:
            return
        if key.startswith(paper_panel.OPEN_ABOUT):
            self.navigated.emit(
                _destination_of(paper_panel.shown_links(sheet)[int(key.removeprefix(paper_panel.OPEN_ABOUT))])
            )
            return
        offered = paper_panel.acts_of(sheet)
        several = key == paper_panel.DELIVERY and len(self.page.chosen_ids()) > 1
        if several or any(one.key == key for one in (*offered.buttons, *offered.menu)):
            self._acts[key]()
        else:
            self.page.show_refusal(paper_panel.reason_not_offered(sheet, key))

    def strike(self) -> None:
        """Ask for the reason, then cancel the row; this is final for an outgoing paper."""
        paper = self.paper()
        if paper is None:
            return
        went = isinstance(paper, OutgoingPaper)
        why = words.STRIKE_FOR_GOOD if went else words.STRIKE_WHY
        question = ReasonQuestion(words.STRIKE_ASK, why, words.REASON, words.STRIKE, dangerous=went)
        reason = self._dialogs.reason(question)
        if reason is None:
            return
        back = None if went else HowToUndo(steps.struck(paper.subject), undo_by_rows)
        made = self.act(lambda context: papers.strike_paper(context, paper.id, reason, outgoing=went), back=back)
        if made is not None:
            self.page.show_done(words.STRUCK_TOLD, UNDO if back is not None else "")

    def order(self) -> PaperOrder:
        """Return the order of the printed registers."""
        return PaperOrder(kind=PaperKind.LETTERS_REGISTER, query=self._query)

    def begin(self, form: DraftField) -> None:
        """Open the form that a draft was typed in."""
        outgoing = form.kind == OutgoingPaper.kind
        if not form.record_id:
            (self.outgoing.record if outgoing else self.incoming.record)()
            return
        self.choose_record(register_line(form.record_id, outgoing=outgoing))
        self.do(_FORMS.get(form.field, paper_panel.EDIT))

    # ---- inside

    def _record(self, key: str) -> None:
        acts = {
            SLIP: self.outgoing.open_delivery_slip,
            RECORD_INCOMING: self.incoming.record,
            RECORD_OUTGOING: self.outgoing.record,
        }
        if key in acts:
            acts[key]()


_FORMS: Final = {
    "delivery": paper_panel.DELIVERY,
    "extension": paper_panel.EXTENSION,
    "invitation": paper_panel.INVITATION,
    "meeting": paper_panel.TO_MEETING,
    "agenda": paper_panel.TABLE,
}
"""By the name of a form: the act that opens it."""


_PAGES: Final[Mapping[str, Callable[[int], Destination]]] = {
    "task": OpenTask,
    "resolution": OpenResolution,
    "meeting": OpenMeeting,
    "unit": OpenUnitTasks,
}


def _destination_of(one: PaperAbout) -> Destination:
    """Return the destination of a record that a paper is about."""
    if one.request is not None:
        return OpenResolution(one.request.resolution_id or 0)
    if one.kind == OutgoingPaper.kind:
        return OpenRegister(register_line(one.id, outgoing=True))
    return _PAGES[one.kind](one.id) if one.kind in _PAGES else OpenPage("members")
