"""The registers: shows a paper beside the list, records, corrects and strikes, and leads to what a paper is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from PySide6.QtCore import QObject

from desktop_app.controllers.files.file_port import FilePort
from desktop_app.controllers.lists.list_controller import ListController
from desktop_app.controllers.registers.incoming_papers import IncomingPapers
from desktop_app.controllers.registers.kept_letters import KeptLetters
from desktop_app.controllers.registers.paper_answers import PaperAnswers
from desktop_app.controllers.registers.paper_causes import PaperCauses
from desktop_app.controllers.registers.paper_deliveries import PaperDeliveries
from desktop_app.controllers.shell.destinations import (
    Destination,
    OpenHistory,
    OpenMeeting,
    OpenPage,
    OpenPapers,
    OpenRegister,
    OpenResolution,
    OpenTask,
    OpenUnitTasks,
)
from desktop_app.controllers.shell.undo_list import Inverse, WayBack, by_rows
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.history import RecordKey
from desktop_app.domain.read_models.listing import ListQuery, RegisterView
from desktop_app.domain.read_models.register_sheet import PaperAbout
from desktop_app.domain.read_models.rows import register_line
from desktop_app.domain.rules.invitations import SendingWay
from desktop_app.domain.rules.registered_papers import IncomingPaper, OutgoingPaper
from desktop_app.domain.text.typed_drafts import DraftPlace
from desktop_app.services.context import Context
from desktop_app.services.outcome import Outcome
from desktop_app.services.ports import Changed
from desktop_app.services.registers import incoming, outgoing
from desktop_app.services.registers.register_sheet import (
    correspondents,
    numbers_itself,
    register_ids,
    register_sheet,
    register_view_counts,
)
from desktop_app.text.office import members_forms as form_words
from desktop_app.text.registers import registers as words
from desktop_app.text.registers import registers_steps as steps
from desktop_app.text.shared.refusals import sentence
from desktop_app.text.shared.undo import UNDO
from desktop_app.views.registers import paper_format as acts
from desktop_app.views.registers import paper_sheets as sheets
from desktop_app.views.registers.registers_page import RegistersPage
from desktop_app.views.registers.registers_spec import PRINT, RECORD_INCOMING, SLIP
from desktop_app.widgets.feedback.dialogs import Dialogs, ReasonQuestion, sure_to_leave
from desktop_app.workers import Workers

WATCHED: Final = Changed.REGISTERS | Changed.FILES | Changed.TASKS | Changed.RESOLUTIONS | Changed.MEMBERS


class RegistersController(ListController):
    """One act is a sheet over the page, or a question, and then a service."""

    page: RegistersPage

    def __init__(
        self,
        page: RegistersPage,
        context: Context,
        dialogs: Dialogs,
        letters: KeptLetters,
        file_port: FilePort,
        workers: Workers,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(page, context, register_ids, WATCHED, parent, counts=register_view_counts, first=page.query())
        self._dialogs, self._letters = dialogs, letters
        self.incoming = IncomingPapers(self, dialogs, file_port, workers)
        self._causes, self._deliveries = PaperCauses(self, dialogs), PaperDeliveries(self)
        answers = PaperAnswers(self, dialogs)
        self._acts: Mapping[str, Callable[[], object]] = {
            acts.EDIT: self.edit,
            acts.DELIVERY: self._deliveries.note,
            acts.STRIKE: self.strike,
            acts.LETTER: self.show_letter,
            acts.REPORT: self._causes.report,
            acts.EXTENSION: self._causes.ask_extension,
            acts.NOMINATION: self._causes.nominate,
            acts.ANSWER: answers.answer,
            acts.TABLE: answers.table,
            acts.INVITATION: self._causes.answer_invitation,
            acts.TO_MEETING: self._causes.link_to_meeting,
            acts.UNLINK: self._causes.unlink,
            acts.HISTORY_OF: lambda: self.navigated.emit(OpenHistory(self.history_key())),
        }
        page.row_chosen.connect(self.show_paper)
        page.act_requested.connect(self._record)
        page.paper_act_requested.connect(self.do)
        page.empty_action_requested.connect(self.incoming.record)
        page.band_action_requested.connect(self.undo)

    # ---- showing

    def visit(self, destination: Destination) -> None:
        """Show the list; with a paper, stand on it, among all where the list as it stands has it not."""
        self.show()
        if isinstance(destination, OpenRegister):
            self.stand_on_paper(destination.line)
            self.page.beside.enter()

    def show(self) -> None:
        """Read the list and the paper that shows."""
        super().show()
        self.show_paper(self.page.chosen_id() or 0)

    def show_paper(self, line: int) -> None:
        """Read a paper and show it beside the list; 0 shows none."""
        if not line:
            self.page.show_paper(None)
            return
        try:
            self.page.show_paper(register_sheet(self.context, line))
        except Refused as refused:
            self.show_problem(refused)

    def stand_on_paper(self, line: int) -> None:
        """Stand on a paper."""
        if not self.page.choose(line):
            now = self.page.query()
            self.ask(ListQuery(view=RegisterView.ALL.value, sort=now.sort, descending=now.descending))
            self.page.choose(line)

    def history_key(self) -> RecordKey | None:
        """That of the chosen paper."""
        sheet = self.page.panel.sheet()
        if sheet is None:
            return None
        return RecordKey("outgoing_paper" if sheet.outgoing else "incoming_paper", sheet.paper.id)

    def may_leave(self) -> bool:
        """Ask when something is typed in a sheet that was not saved."""
        return _may_leave(self.page, self._dialogs)

    # ---- acts

    def do(self, key: str) -> None:
        """An act on the paper that shows, where it is offered, or the way to what it is about."""
        sheet = self.page.panel.sheet()
        if sheet is None:
            return
        if key.startswith(acts.OPEN_ABOUT):
            self.navigated.emit(_way_to(acts.shown_about(sheet)[int(key.removeprefix(acts.OPEN_ABOUT))]))
            return
        offered = acts.acts_of(sheet)
        several = key == acts.DELIVERY and len(self.page.chosen_ids()) > 1
        if several or any(one.key == key for one in (*offered.buttons, *offered.menu)):
            self._acts[key]()
        else:
            self.page.show_refusal(acts.why_not(sheet, key))

    def record_outgoing(self) -> None:
        """A paper that was made elsewhere, in the next row."""
        fresh = OutgoingPaper(
            committee_id=0,
            year=1,
            row=1,
            number="",
            day=self.context.clock.today(),
            addressee="",
            subject="",
            way=SendingWay.AUTOMATION,
            at="",
            actor="",
        )

        def save(values: sheets.Values) -> None:
            def do(context: Context) -> Outcome:
                return outgoing.record_outgoing(context, sheets.outgoing_from(fresh, values))

            self.recorded(do, sheets.subject_in(values), outgoing_=True)

        try:
            numbered = numbers_itself(self.context)
        except Refused as refused:
            self.show_problem(refused)
            return
        self.open_sheet(sheets.outgoing_sheet(fresh, self.known(), numbered=numbered), save)

    def edit(self) -> None:
        """Correct what was typed of a paper that came in."""
        seen = self._paper()
        if isinstance(seen, IncomingPaper):
            self.incoming.correct(seen)

    def strike(self) -> None:
        """Ask for the reason, then strike the row; that of a paper which went out for good."""
        paper = self._paper()
        if paper is None:
            return
        went = isinstance(paper, OutgoingPaper)
        why = words.STRIKE_FOR_GOOD if went else words.STRIKE_WHY
        question = ReasonQuestion(words.STRIKE_ASK, why, words.REASON, words.STRIKE, dangerous=went)
        reason = self._dialogs.reason(question)
        if reason is None:
            return
        strike = outgoing.strike_outgoing if went else incoming.strike_incoming
        back = None if went else WayBack(steps.struck(paper.subject), by_rows)
        made = self.act(lambda context: strike(context, paper.id, reason), back=back)
        if made is not None:
            self.page.show_done(words.STRUCK_TOLD, UNDO if back is not None else "")

    def show_letter(self) -> None:
        """The letter as it went out."""
        paper = self._paper()
        if isinstance(paper, OutgoingPaper):
            try:
                self._letters.show(paper, self.page)
            except Refused as refused:
                self.show_problem(refused)

    def show_step(self, _made: Outcome, said: str) -> None:
        """On the paper that stands otherwise now."""
        self.page.show_done(said)

    def begin(self, form: DraftPlace) -> None:
        """Open the form that a text was typed in."""
        outgoing_ = form.kind == "outgoing_paper"
        if not form.record_id:
            (self.record_outgoing if outgoing_ else self.incoming.record)()
            return
        self.stand_on_paper(register_line(form.record_id, outgoing=outgoing_))
        self.do(_FORMS.get(form.field, acts.EDIT))

    # ---- inside

    def _paper(self) -> IncomingPaper | OutgoingPaper | None:
        sheet = self.page.panel.sheet()
        return sheet.paper if sheet is not None else None

    def _record(self, key: str) -> None:
        if key == PRINT:
            self.navigated.emit(OpenPapers(PaperOrder(kind=PaperKind.LETTERS_REGISTER, query=self._query)))
        elif key == SLIP:
            self._deliveries.slip()
        elif key == RECORD_INCOMING:
            self.incoming.record()
        else:
            self.record_outgoing()

    def known(self) -> tuple[str, ...]:
        """Names that a sender or an addressee may have."""
        try:
            return correspondents(self.context)
        except Refused:
            return ()

    def open_sheet(self, spec: sheets.SheetSpec, save: Callable[[sheets.Values], object]) -> None:
        """A sheet over the page, whose values are saved so."""
        form = sheets.FieldsSheet(spec, self.page.dates, self.page)
        form.saved.connect(save)
        self.page.open_sheet(form)

    def refuse_in_sheet(self, refused: Refused) -> bool:
        """Beside its field in the sheet that is open."""
        sheet: Any = self.page.sheet()
        return sheet is not None and sheet.show_refusal(refused.field, sentence(refused))

    def recorded(self, do: Callable[[Context], Outcome], subject: str, *, outgoing_: bool) -> None:
        """A new row: it is taken back by being struck, for no row ever goes."""
        strike = outgoing.strike_outgoing if outgoing_ else incoming.strike_incoming

        def back(made: Outcome) -> Inverse:
            again = by_rows if not outgoing_ else _never
            return Inverse(lambda context: strike(context, made.id, words.TAKEN_BACK), again)

        made = self.act(
            do, self.refuse_in_sheet, accept=self.page.close_sheet, back=WayBack(steps.recorded(subject), back)
        )
        if made is None:
            return
        self.stand_on_paper(register_line(made.id, outgoing=outgoing_))
        paper = self._paper()
        if paper is not None:
            self.page.show_done(words.recorded(outgoing_, paper.row), UNDO)

    def do_in_sheet(self, do: Callable[[Context], Outcome], back: WayBack | None, said: str) -> None:
        """An act of the sheet that is open; done, it closes, and the page says so with the way back."""
        made = self.act(do, self.refuse_in_sheet, accept=self.page.close_sheet, back=back)
        if made is not None:
            self.page.show_done(said, UNDO if self.steps.last_done() is not None else "")


_FORMS: Final = {
    "delivery": acts.DELIVERY,
    "extension": acts.EXTENSION,
    "invitation": acts.INVITATION,
    "meeting": acts.TO_MEETING,
    "agenda": acts.TABLE,
}
"""By the name of a form: the act that opens it."""


def _way_to(one: PaperAbout) -> Destination:
    """The page of a record that a paper is about."""
    ways: Mapping[str, Callable[[], Destination]] = {
        "task": lambda: OpenTask(one.id),
        "resolution": lambda: OpenResolution(one.id),
        "meeting": lambda: OpenMeeting(one.id),
        "unit": lambda: OpenUnitTasks(one.id),
        "nomination": lambda: OpenPage("members"),
        "party": lambda: OpenPage("members"),
        "outgoing_paper": lambda: OpenRegister(register_line(one.id, outgoing=True)),
        "request": lambda: OpenResolution((one.request.resolution_id if one.request else 0) or 0),
    }
    return ways[one.kind]()


def _never(_made: Outcome) -> Inverse | None:
    """What was struck for good is not done again."""
    return None


def _may_leave(page: RegistersPage, dialogs: Dialogs) -> bool:
    """Whether the sheet over the page may go; it closes then."""
    sheet = page.sheet()
    if sheet is None:
        return True
    title, loss = form_words.LEAVE_ASK, form_words.LEAVE_TEXT
    stay, leave = form_words.STAY, form_words.LEAVE
    if sheet.is_dirty() and not sure_to_leave(dialogs, title, loss, stay=stay, leave=leave):
        return False
    sheet.leave()
    return True
