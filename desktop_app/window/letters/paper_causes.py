"""Records made from a letter: reports, requests and their answers, nominations, invitation answers, links."""

from __future__ import annotations

from desktop_app.domain.outcome import InvitationAnswered, Outcome
from desktop_app.domain.papers import Classification
from desktop_app.domain.read_models.follow_up_sheets import ResolutionSheet
from desktop_app.domain.read_models.listing import TaskRow
from desktop_app.domain.read_models.members_sheet import NominationDraft
from desktop_app.domain.read_models.paper_sheets import RegisterSheet
from desktop_app.domain.rules.invitations import Answer
from desktop_app.domain.rules.registered_papers import IncomingPaper
from desktop_app.domain.rules.requests import UNANSWERED, Request, RequestState
from desktop_app.domain.rules.resolution_actions import ActionAnswer, ResolutionAction
from desktop_app.domain.text.digits import record_number
from desktop_app.domain.text.folding import Form, fold
from desktop_app.domain.text.typed_drafts import ACTION_FORM, DraftField
from desktop_app.services.context import Context
from desktop_app.services.follow_up.requests import answer_request
from desktop_app.services.follow_up.resolution_acts import extend
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.services.lists import meetings_offered
from desktop_app.services.meetings.agenda import agendas_offered, table_request
from desktop_app.services.members.members_sheet import members_sheet
from desktop_app.services.paper_links import remove_link
from desktop_app.services.registers import register_sheet
from desktop_app.services.registers.invitation_answers import answer_from_paper, invited_meetings, undo_answer
from desktop_app.services.registers.register_sheet import open_tasks
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.window.kit.record_sheet import Values, day_in
from desktop_app.window.kit.resolution_form import ResolutionForm
from desktop_app.window.kit.resolution_way_back import undo_of_resolution_act
from desktop_app.window.kit.undo_list import Do, HowToUndo, undo_by_act, undo_by_rows
from desktop_app.window.letters import cause_sheets
from desktop_app.window.letters.cause_sheets import LetterReport, NominationSheet, ReportSheet
from desktop_app.window.letters.paper_panel import removable_links
from desktop_app.window.letters.paper_sheets import record_in
from desktop_app.window.letters.register_acts import RegisterActs
from desktop_app.words import letters as words
from desktop_app.words import letters_steps as steps
from desktop_app.words import lists as list_words


class PaperCauses:
    """Each method opens a form filled from the letter; saving it also links the letter to the record."""

    def __init__(self, host: RegisterActs, dialogs: Dialogs) -> None:
        self._host, self._page, self._dialogs = host, host.page, dialogs

    def report(self) -> None:
        """Open the form for a unit's report on its task."""
        paper, tasks = self._paper(), self._host.read(open_tasks, words.NO_TASKS_OPEN)
        if paper is None or tasks is None:
            return
        form = ReportSheet(paper, *_senders_first(paper, tasks), self._page.dates, self._page)
        units = {one.id: one.unit for one in tasks}

        def save(given: LetterReport) -> None:
            def do(context: Context) -> Outcome:
                return register_sheet.report_from_paper(context, paper.id, given.task_id, given.entry)

            self._record_cause(do, steps.reported(units.get(given.task_id, "")), words.REPORTED)

        form.given.connect(save)
        self._page.open_sheet(form)

    def ask_extension(self) -> None:
        """Open the form for a requested deadline, on which the committee decides."""
        paper, tasks = self._paper(), self._host.read(open_tasks, words.NO_TASKS_OPEN)
        if paper is None or tasks is None:
            return
        by_id = {one.id: one for one in tasks}

        def save(values: Values) -> None:
            task_id = record_in(values)
            task = by_id.get(task_id)
            unit, number = (task.unit, task.resolution_number) if task else ("", "")
            wanted, text = day_in(values, "wanted_due"), str(values["text"] or "")
            title = words.extension_title(unit, record_number(number))

            def do(context: Context) -> Outcome:
                return register_sheet.extension_from_paper(context, paper.id, task_id, wanted, text, title=title)

            self._record_cause(do, steps.asked(unit), words.EXTENSION_ASKED)

        self._host.open_sheet(cause_sheets.extension_sheet(paper, *_senders_first(paper, tasks)), save)

    def nominate(self) -> None:
        """Open the form for a nomination; a recorded nomination is never deleted."""
        paper, members = self._paper(), self._host.read(members_sheet)
        if paper is None or members is None:
            return
        form = NominationSheet(paper, members, self._page.dates, self._page)

        def save(draft: NominationDraft) -> None:
            # it stands on the letter and on what was done up to here: none of that is taken back under it
            self._host.do_in_sheet(
                lambda context: register_sheet.nomination_from_paper(context, paper.id, draft), None, words.NOMINATED
            )

        form.given.connect(save)
        self._page.open_sheet(form)

    def answer_invitation(self) -> None:
        """Open the form for the answer to an invitation."""
        paper, meetings = self._paper(), self._host.read(invited_meetings, words.NO_INVITED)
        if paper is None or meetings is None:
            return
        names = {row.key: row.line.name for one in meetings for row in one.invitees}

        def save(values: Values) -> None:
            meeting, _, invitee = str(values["record"] or "0").partition(" ")
            answer = Answer(str(values["answer"])) if values["answer"] else None

            def do(context: Context) -> Outcome:
                return answer_from_paper(context, paper.id, int(meeting), invitee, answer)

            def inverse(made: Outcome) -> Do | None:
                if not isinstance(made, InvitationAnswered):
                    return None
                return lambda context: undo_answer(context, int(meeting), made)

            back = HowToUndo(steps.invitation_answered(names.get(invitee, "")), undo_by_act(do, inverse))
            self._host.do_in_sheet(do, back, words.INVITATION_ANSWERED)

        self._host.open_sheet(cause_sheets.invitation_answer_sheet(paper, meetings), save)

    def link_to_meeting(self) -> None:
        """Open the form that links an incoming or outgoing letter to a meeting."""
        sheet, meetings = self._page.record(), self._host.read(meetings_offered, words.NO_MEETINGS)
        if sheet is None or meetings is None:
            return
        paper, outgoing = sheet.paper, sheet.outgoing

        def save(values: Values) -> None:
            def do(context: Context) -> Outcome:
                return register_sheet.link_record(context, paper.id, "meeting", record_in(values), outgoing=outgoing)

            self._record_cause(do, steps.linked(paper.subject), words.TO_MEETING_DONE)

        self._host.open_sheet(cause_sheets.meeting_sheet(paper, meetings), save)

    def unlink(self) -> None:
        """Remove a link of the letter; ask which one if there are several."""
        sheet = self._page.record()
        if sheet is None:
            return
        chosen, *others = removable_links(sheet)
        link_id = str(chosen.link_id)
        if others:
            names = self._host.context.paper.history.name
            choices = [Choice(str(one.link_id), names(one.named)) for one in (chosen, *others)]
            question = Question(words.UNLINK_ASK, words.UNLINK_WHY, (*choices, Choice("stay", list_words.CANCEL)))
            link_id = self._dialogs.ask(question) or ""
            if link_id not in [one.key for one in choices]:
                return
        back = HowToUndo(steps.unlinked(sheet.paper.subject), undo_by_rows)
        self._host.do_in_sheet(lambda context: remove_link(context, int(link_id)), back, words.LINK_OFF)

    # ---- the answer to a request

    def answer(self) -> None:
        """Ask what the committee decided on the request of the letter, and record it."""
        sheet = self._page.record()
        waiting = _waiting(sheet)
        if sheet is None or waiting is None:
            return
        choices = (
            Choice("accepted", words.REQUEST_STATES["accepted"], ButtonKind.FILLED),
            *(Choice(key, words.REQUEST_STATES[key]) for key in ("refused", "withdrawn")),
            Choice("stay", list_words.CANCEL),
        )
        chosen = self._dialogs.ask(Question(words.ANSWER_ASK, words.ANSWER_TEXT, choices))
        if chosen == "accepted":
            self._open_extension_form(waiting, _reason(waiting, sheet))
        elif chosen in ("refused", "withdrawn"):
            self._record_answer(waiting, RequestState(chosen))

    def put_on_agenda(self) -> None:
        """Open the form that puts the request on the agenda of a future meeting."""
        sheet = self._page.record()
        waiting = _waiting(sheet)
        if sheet is None or waiting is None or not isinstance(sheet.paper, IncomingPaper):
            return
        meetings = self._host.read(agendas_offered, words.NO_AGENDAS)
        if meetings is None:
            return

        def save(values: Values) -> None:
            meeting_id, background = record_in(values), str(values["background"] or "")
            self._host.do_in_sheet(
                lambda context: table_request(context, waiting.id, meeting_id, background),
                HowToUndo(steps.tabled(waiting.title), undo_by_rows),
                words.TABLED,
            )

        self._host.open_sheet(cause_sheets.agenda_sheet(sheet.paper, waiting, meetings, _reason(waiting, sheet)), save)

    # ---- inside

    def _paper(self) -> IncomingPaper | None:
        paper = self._host.paper()
        return paper if isinstance(paper, IncomingPaper) else None

    def _record_cause(self, do: Do, what: str, said: str) -> None:
        """Do the act of the open form; it is undone by another act, which removes the new record."""

        def inverse(made: Outcome) -> Do:
            return lambda context: register_sheet.take_back(context, made)

        self._host.do_in_sheet(do, HowToUndo(what, undo_by_act(do, inverse)), said)

    def _open_extension_form(self, request: Request, reason: str) -> None:
        """Open the form of the extension, filled with the requested day."""
        resolution = self._host.read(lambda context: resolution_sheet(context, request.resolution_id or 0))
        if resolution is None:
            return
        if _is_granted(request, resolution):
            self._record_answer(request, RequestState.ACCEPTED)
            return
        action, key = ResolutionAction.EXTEND, resolution.resolution.id
        if action not in resolution.actions:
            self._page.show_refusal(words.NO_EXTENSION)
            return
        begun = ActionAnswer(day=request.wanted_due, reason=reason, request_ids=(request.id,))
        form = ResolutionForm(action, resolution, (), self._host.context.clock.today, self._page, begun=begun)
        form.draft_place = DraftField("resolution", key, f"{ACTION_FORM}{action.value}")

        def save(given: ActionAnswer) -> None:
            def do(context: Context) -> Outcome:
                return extend(context, key, given.extension())

            back = HowToUndo(steps.answered(request.title), undo_by_act(do, undo_of_resolution_act(key)))
            said = words.GRANTED if request.id in given.request_ids else words.EXTENDED_ALONE
            self._host.do_in_sheet(do, back, said)

        form.sent.connect(save)
        self._page.open_sheet(form)

    def _record_answer(self, request: Request, state: RequestState) -> None:
        said = words.WITHDRAWN if state is RequestState.WITHDRAWN else words.ANSWERED
        back = HowToUndo(steps.answered(request.title), undo_by_rows)
        self._host.do_in_sheet(lambda context: answer_request(context, request.id, state), back, said)


def _senders_first(paper: IncomingPaper, tasks: tuple[TaskRow, ...]) -> tuple[tuple[TaskRow, ...], int]:
    """Return the open tasks, the sender's first, and the id of the sender's only task, 0 for none or several."""
    sender = fold(paper.sender, Form.SQUEEZED)
    own = [one for one in tasks if sender and (unit := fold(one.unit, Form.SQUEEZED)) and unit in sender]
    others = [one for one in tasks if one not in own]
    return (*own, *others), own[0].id if len(own) == 1 else 0


def _waiting(sheet: RegisterSheet | None) -> Request | None:
    asked = [one.request for one in sheet.about if one.request is not None] if sheet is not None else []
    return next((one for one in asked if one.state in UNANSWERED), None)


def _reason(request: Request, sheet: RegisterSheet) -> str:
    """Return the reason of the request; empty for a classified letter."""
    return request.text if sheet.paper.classification is Classification.NORMAL else ""


def _is_granted(request: Request, resolution: ResolutionSheet) -> bool:
    """Whether the present deadline is as late as the requested one."""
    wanted, due = request.wanted_due, resolution.due
    return wanted is not None and due is not None and wanted <= due
