"""Answers to the request that a letter brought: tabled, refused, withdrawn, or granted by an extension."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.controllers.resolutions.way_back import taking_back
from desktop_app.controllers.shell.undo_list import WayBack, by_act, by_rows
from desktop_app.domain.documents.papers import Classification
from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.register_sheet import RegisterSheet
from desktop_app.domain.read_models.resolution_sheet import ResolutionSheet
from desktop_app.domain.rules.registered_papers import IncomingPaper
from desktop_app.domain.rules.requests import UNANSWERED, Request, RequestState
from desktop_app.domain.rules.resolution_actions import ActionAnswer, ResolutionAction
from desktop_app.domain.text.typed_drafts import ACTION_FORM, DraftPlace
from desktop_app.services.context import Context
from desktop_app.services.follow_up.resolution_acts import extend
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.services.outcome import Outcome
from desktop_app.services.registers.requests import answer_request
from desktop_app.services.registers.tabling import agendas_offered, table_request
from desktop_app.text.registers import registers as words
from desktop_app.text.registers import registers_steps as steps
from desktop_app.views.registers.cause_sheets import agenda_sheet
from desktop_app.views.registers.paper_sheets import Values
from desktop_app.views.resolutions.resolution_form import ResolutionForm
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question
from desktop_app.widgets.style.button_paint import ButtonKind

if TYPE_CHECKING:
    from desktop_app.controllers.registers.registers_controller import RegistersController


class PaperAnswers(QObject):
    """What is granted opens the form of the extension over the registers, filled with the day that was asked for."""

    def __init__(self, host: RegistersController, dialogs: Dialogs) -> None:
        super().__init__(host)
        self._host, self._dialogs = host, dialogs

    def answer(self) -> None:
        """What the committee made of the request that the letter brought."""
        sheet = self._host.page.panel.sheet()
        waiting = _waiting(sheet)
        if sheet is None or waiting is None:
            return
        choices = (
            Choice("accepted", words.ACCEPT, ButtonKind.FILLED),
            Choice("refused", words.REFUSE),
            Choice("withdrawn", words.WITHDRAW),
            Choice("stay", words.CANCEL),
        )
        chosen = self._dialogs.ask(Question(words.ANSWER_ASK, words.ANSWER_TEXT, choices))
        if chosen == "accepted":
            self._grant(waiting, _reason(waiting, sheet))
        elif chosen in ("refused", "withdrawn"):
            self._told(waiting, RequestState(chosen))

    def table(self) -> None:
        """To the agenda of a meeting that is ahead."""
        sheet, page = self._host.page.panel.sheet(), self._host.page
        waiting = _waiting(sheet)
        if sheet is None or waiting is None or not isinstance(sheet.paper, IncomingPaper):
            return
        try:
            meetings = agendas_offered(self._host.context)
        except Refused as refused:
            self._host.show_problem(refused)
            return
        if not meetings:
            page.show_refusal(words.NO_AGENDAS)
            return

        def save(values: Values) -> None:
            meeting_id, background = int(str(values["record"] or 0)), str(values["background"] or "")
            self._host.do_in_sheet(
                lambda context: table_request(context, waiting.id, meeting_id, background),
                WayBack(steps.tabled(waiting.title), by_rows),
                words.TABLED,
            )

        self._host.open_sheet(agenda_sheet(sheet.paper, waiting, meetings, _reason(waiting, sheet)), save)

    # ---- inside

    def _grant(self, request: Request, reason: str) -> None:
        try:
            resolution = resolution_sheet(self._host.context, request.resolution_id or 0)
        except Refused as refused:
            self._host.show_problem(refused)
            return
        if _is_granted(request, resolution):
            self._told(request, RequestState.ACCEPTED)
        elif ResolutionAction.EXTEND not in resolution.actions:
            self._host.page.show_refusal(words.NO_EXTENSION)
        else:
            self._open(request, resolution, reason)

    def _open(self, request: Request, resolution: ResolutionSheet, reason: str) -> None:
        key, page = resolution.resolution.id, self._host.page
        begun = ActionAnswer(day=request.wanted_due, reason=reason, request_ids=(request.id,))
        action, today = ResolutionAction.EXTEND, self._host.context.clock.today
        form = ResolutionForm(action, resolution, (), today, page, begun=begun)
        form.draft_place = DraftPlace("resolution", key, f"{ACTION_FORM}{action.value}")

        def save(given: ActionAnswer) -> None:
            def do(context: Context) -> Outcome:
                return extend(context, key, given.extension())

            back = WayBack(steps.answered(request.title), by_act(do, taking_back(key)))
            said = words.GRANTED if request.id in given.request_ids else words.EXTENDED_ALONE
            self._host.do_in_sheet(do, back, said)

        form.sent.connect(save)
        page.open_sheet(form)

    def _told(self, request: Request, state: RequestState) -> None:
        said = words.WITHDRAWN if state is RequestState.WITHDRAWN else words.ANSWERED
        back = WayBack(steps.answered(request.title), by_rows)
        self._host.do_in_sheet(lambda context: answer_request(context, request.id, state), back, said)


def _waiting(sheet: RegisterSheet | None) -> Request | None:
    asked = [one.request for one in sheet.about if one.request is not None] if sheet is not None else []
    return next((one for one in asked if one.state in UNANSWERED), None)


def _reason(request: Request, sheet: RegisterSheet) -> str:
    """Why it is asked for; the words of a guarded letter stay where its class guards them."""
    return request.text if sheet.paper.classification is Classification.NORMAL else ""


def _is_granted(request: Request, resolution: ResolutionSheet) -> bool:
    """Whether the deadline that stands is as late as was asked for: an extension gave it before."""
    wanted, due = request.wanted_due, resolution.due
    return wanted is not None and due is not None and wanted <= due
