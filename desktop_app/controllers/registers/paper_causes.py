"""Causes of a letter: a report on a task, a request for another deadline, a nomination, an answer, a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from desktop_app.controllers.shell.undo_list import Do, WayBack, by_act, by_rows
from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.members_sheet import NominationDraft
from desktop_app.domain.read_models.rows import TaskRow
from desktop_app.domain.rules.invitations import Answer
from desktop_app.domain.rules.registered_papers import IncomingPaper
from desktop_app.domain.rules.requests import Request
from desktop_app.domain.rules.tasks import TaskAct
from desktop_app.domain.text.folding import Form, fold
from desktop_app.services.context import Context
from desktop_app.services.list_filters import meetings_offered
from desktop_app.services.members.members_sheet import members_sheet
from desktop_app.services.outcome import InvitationAnswered, Outcome
from desktop_app.services.registers import paper_acts
from desktop_app.services.registers.invitation_answers import answer_from_paper, invited_meetings, take_answer_back
from desktop_app.services.registers.links import take_link_off
from desktop_app.services.registers.register_sheet import open_tasks
from desktop_app.text.registers import registers as words
from desktop_app.text.registers import registers_steps as steps
from desktop_app.views.registers import cause_sheets, paper_sheets
from desktop_app.views.registers.cause_sheets import NominationSheet, ReportGiven, ReportSheet
from desktop_app.views.registers.paper_format import unlinkable
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question

if TYPE_CHECKING:
    from desktop_app.controllers.registers.registers_controller import RegistersController

Row = TypeVar("Row")


class PaperCauses(QObject):
    """Each opens a form over the registers, filled from the letter; saving it links the letter in the same act."""

    def __init__(self, host: RegistersController, dialogs: Dialogs) -> None:
        super().__init__(host)
        self._host, self._dialogs = host, dialogs

    def report(self) -> None:
        """What a unit tells of its task."""
        paper, tasks = self._paper(), self._tasks()
        if paper is None or not tasks:
            return
        page = self._host.page
        form = ReportSheet(paper, *_senders_first(paper, tasks), page.dates, page)
        units = {one.id: one.unit for one in tasks}

        def save(given: ReportGiven) -> None:
            def do(context: Context) -> Outcome:
                return paper_acts.report_from_paper(context, paper.id, given.task_id, given.entry)

            def inverse(made: Outcome) -> Do | None:
                acts, links = _made(made, TaskAct), paper_acts.links_made(made)
                if not acts:
                    return None
                return lambda context: paper_acts.take_report_back(context, paper.id, given.task_id, acts[-1], links)

            back = WayBack(steps.reported(units.get(given.task_id, "")), by_act(do, inverse))
            self._host.do_in_sheet(do, back, words.REPORTED)

        form.given.connect(save)
        page.open_sheet(form)

    def ask_extension(self) -> None:
        """Another deadline, for the committee to decide."""
        paper, tasks = self._paper(), self._tasks()
        if paper is None or not tasks:
            return
        page = self._host.page
        spec = cause_sheets.extension_sheet(paper, *_senders_first(paper, tasks))
        form = paper_sheets.FieldsSheet(spec, page.dates, page)
        by_id = {one.id: one for one in tasks}

        def save(values: paper_sheets.Values) -> None:
            """Record that the letter asks for more time for a task."""
            task_id = int(str(values["record"] or 0))
            task = by_id.get(task_id)
            unit, number = (task.unit, task.resolution_number) if task else ("", "")
            wanted, text = paper_sheets.day_in(values, "wanted_due"), str(values["text"] or "")
            title = words.extension_title(unit, number)

            def do(context: Context) -> Outcome:
                return paper_acts.extension_from_paper(context, paper.id, task_id, wanted, text, title=title)

            def inverse(made: Outcome) -> Do | None:
                asked, links = _made(made, Request), paper_acts.links_made(made)
                if not asked:
                    return None
                return lambda context: paper_acts.take_extension_back(context, paper.id, asked[-1].id, links)

            self._host.do_in_sheet(do, WayBack(steps.asked(unit), by_act(do, inverse)), words.EXTENSION_ASKED)

        form.saved.connect(save)
        page.open_sheet(form)

    def nominate(self) -> None:
        """Somebody for a seat; what is entered so is kept for ever."""
        paper = self._paper()
        if paper is None:
            return
        try:
            members = members_sheet(self._host.context)
        except Refused as refused:
            self._host.show_problem(refused)
            return
        page = self._host.page
        form = NominationSheet(paper, members, page.dates, page)

        def save(draft: NominationDraft) -> None:
            # it stands on the letter and on what was done up to here: none of that is taken back under it
            self._host.do_in_sheet(
                lambda context: paper_acts.nomination_from_paper(context, paper.id, draft), None, words.NOMINATED
            )

        form.given.connect(save)
        page.open_sheet(form)

    def answer_invitation(self) -> None:
        """Who answers his invitation by this letter, and what."""
        paper, page = self._paper(), self._host.page
        try:
            meetings = invited_meetings(self._host.context)
        except Refused as refused:
            self._host.show_problem(refused)
            return
        if paper is None or not meetings:
            page.show_refusal(words.NO_INVITED)
            return
        names = {row.key: row.line.name for one in meetings for row in one.invitees}
        form = paper_sheets.FieldsSheet(cause_sheets.invitation_answer_sheet(paper, meetings), page.dates, page)

        def save(values: paper_sheets.Values) -> None:
            """Record the answer to an invitation."""
            meeting, _, invitee = str(values["record"] or "0").partition(" ")
            answer = Answer(str(values["answer"])) if values["answer"] else None

            def do(context: Context) -> Outcome:
                return answer_from_paper(context, paper.id, int(meeting), invitee, answer)

            def inverse(made: Outcome) -> Do | None:
                if not isinstance(made, InvitationAnswered):
                    return None
                return lambda context: take_answer_back(context, int(meeting), made)

            back = WayBack(steps.invitation_answered(names.get(invitee, "")), by_act(do, inverse))
            self._host.do_in_sheet(do, back, words.INVITATION_ANSWERED)

        form.saved.connect(save)
        page.open_sheet(form)

    def link_to_meeting(self) -> None:
        """What a meeting has to do with, be it a letter that came in or one that went out."""
        sheet, page = self._host.page.panel.sheet(), self._host.page
        try:
            meetings = meetings_offered(self._host.context)
        except Refused as refused:
            self._host.show_problem(refused)
            return
        if sheet is None or not meetings:
            page.show_refusal(words.NO_MEETINGS)
            return
        paper, link = sheet.paper, paper_acts.link_outgoing if sheet.outgoing else paper_acts.link_record
        form = paper_sheets.FieldsSheet(cause_sheets.meeting_sheet(paper, meetings), page.dates, page)

        def save(values: paper_sheets.Values) -> None:
            meeting_id = int(str(values["record"] or 0))

            def do(context: Context) -> Outcome:
                return link(context, paper.id, "meeting", meeting_id)

            def inverse(made: Outcome) -> Do | None:
                links = paper_acts.links_made(made)
                return (lambda context: take_link_off(context, links[-1].id)) if links else None

            self._host.do_in_sheet(do, WayBack(steps.linked(paper.subject), by_act(do, inverse)), words.TO_MEETING_DONE)

        form.saved.connect(save)
        page.open_sheet(form)

    def unlink(self) -> None:
        """One of what the letter is about is not so; asked where there are several."""
        sheet = self._host.page.panel.sheet()
        if sheet is None:
            return
        links = unlinkable(sheet)
        chosen = links[0]
        if len(links) > 1:
            names = self._host.context.paper.history.name
            choices = tuple(Choice(str(one.link_id), names(one.named)) for one in links)
            answer = self._dialogs.ask(
                Question(words.UNLINK_ASK, words.UNLINK_WHY, (*choices, Choice("stay", words.CANCEL)))
            )
            found = [one for one in links if str(one.link_id) == answer]
            if not found:
                return
            chosen = found[0]
        back = WayBack(steps.unlinked(sheet.paper.subject), by_rows)
        self._host.do_in_sheet(lambda context: take_link_off(context, chosen.link_id), back, words.LINK_OFF)

    # ---- inside

    def _paper(self) -> IncomingPaper | None:
        sheet = self._host.page.panel.sheet()
        return sheet.paper if sheet is not None and isinstance(sheet.paper, IncomingPaper) else None

    def _tasks(self) -> tuple[TaskRow, ...]:
        try:
            tasks = open_tasks(self._host.context)
        except Refused as refused:
            self._host.show_problem(refused)
            return ()
        if not tasks:
            self._host.page.show_refusal(words.NO_TASKS_OPEN)
        return tasks


def _made(made: Outcome, kind: type[Row]) -> list[Row]:
    """The rows of a kind as an act left them."""
    return [row.after for row in made.written if isinstance(row.after, kind)]


def _senders_first(paper: IncomingPaper, tasks: tuple[TaskRow, ...]) -> tuple[tuple[TaskRow, ...], int]:
    """The open tasks, those of the unit that sent the letter first; and its task, where it has one alone."""
    sender = fold(paper.sender, Form.SQUEEZED)
    own = [one for one in tasks if sender and (unit := fold(one.unit, Form.SQUEEZED)) and unit in sender]
    others = [one for one in tasks if one not in own]
    return (*own, *others), own[0].id if len(own) == 1 else 0
