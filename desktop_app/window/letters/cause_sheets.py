"""Forms over an incoming letter: a report on a task, an extension, a nomination, a meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.calendar.jalali import format_date, format_long
from desktop_app.domain.papers import Classification
from desktop_app.domain.read_models.listing import TaskRow
from desktop_app.domain.read_models.members_sheet import MembersSheet, PartyMembers, SeatLine
from desktop_app.domain.read_models.paper_sheets import InvitedMeeting
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.registered_papers import IncomingPaper, OutgoingPaper
from desktop_app.domain.rules.requests import Request
from desktop_app.domain.rules.tasks import TaskAction, TaskEntry
from desktop_app.domain.text.digits import record_number
from desktop_app.domain.text.folding import Form, fold
from desktop_app.domain.text.typed_drafts import ACTION_FORM, DraftField
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.fields.drafted import fields_of, type_into, typed_texts
from desktop_app.widgets.fields.folded_completer import Option
from desktop_app.window.kit.members_format import MembersForm
from desktop_app.window.kit.members_forms import show_meant_person
from desktop_app.window.kit.members_specs import draft_from, nomination_spec
from desktop_app.window.kit.record_sheet import FieldsSheet, SheetSpec
from desktop_app.window.kit.spec_fields import FieldKind, FieldSpec
from desktop_app.window.kit.task_form import FormBegin, TaskForm
from desktop_app.words import letters as words
from desktop_app.words.lists import meeting_number

_A = TaskAction
TOLD = (_A.PROGRESS, _A.REPORT, _A.BLOCK, _A.PLAN)
_CHOICE = FieldKind.CHOICE


@dataclass(frozen=True, slots=True)
class LetterReport:
    """The report of a letter: the task and the entry for it."""

    task_id: int
    entry: TaskEntry


def task_options(tasks: Sequence[TaskRow]) -> tuple[Option, ...]:
    """Return the open tasks as options, in the given order."""
    return tuple(
        Option(str(one.id), words.task_option(one.unit, record_number(one.resolution_number)), one.text)
        for one in tasks
    )


Inside = TypeVar("Inside", bound="TaskForm | MembersForm | None")


class _CauseSheet(FieldsSheet, Generic[Inside]):
    """A form of another page beneath the choices of ``spec``; `given` carries the values of the form."""

    given = Signal(object)

    def __init__(self, spec: SheetSpec, form: Inside, dates: DateSource, parent: QWidget | None) -> None:
        self.form = form
        super().__init__(spec, dates, parent)
        self._about = spec.rows[0][0].key
        self.fields.edited.connect(self._start_form)

    def content(self) -> object:
        """Return the choices and the typed texts."""
        return super().content(), typed_texts(self.form) if self.form is not None else {}

    def save(self) -> None:
        """Save the form beneath the choices; refuse if nothing is chosen yet."""
        if self.form is None:
            self.show_refusal("record", words.SEAT_MISSING)
        else:
            self.form.save()

    def show_refusal(self, field: str, text: str) -> bool:
        """Show a refusal beneath its field, else beneath the form."""
        known = self._about if field == "record" else field
        if self.form is not None and not self.fields.has(known) and self.form.show_refusal(known, text):
            return True
        return super().show_refusal(known, text)

    def _insert_form(self, form: QWidget) -> None:
        """Insert the form above the refusals."""
        self.body.insertWidget(self.body.count() - 1, form)
        form.show()

    def _start_form(self) -> None:
        """Start the form for another choice, with what is known of it."""
        raise NotImplementedError


class ReportSheet(_CauseSheet[TaskForm]):
    """The form of a task over a letter. `given` carries a :class:`LetterReport`."""

    def __init__(
        self,
        paper: IncomingPaper,
        tasks: Sequence[TaskRow],
        chosen: int,
        dates: DateSource,
        parent: QWidget | None = None,
    ) -> None:
        self._paper, self._tasks = paper, {one.id: one for one in tasks}
        news = tuple(Option(one.value, words.NEWS[one.value]) for one in TOLD)
        task = FieldSpec(
            "task", words.TASK_CHOICE, _CHOICE, str(chosen) if chosen else None, words.TASK_HINT, task_options(tasks)
        )
        kind = FieldSpec("news", words.NEWS_CHOICE, _CHOICE, _A.PROGRESS.value, options=news)
        spec = SheetSpec("reportSheet", words.REPORT_TITLE, words.REPORT_WHY, ((task,), (kind,)), None)
        super().__init__(spec, TaskForm(in_sheet=True), dates, parent)
        form = self.form
        form.set_source(dates)
        form.draft_place = DraftField("task", chosen, f"{ACTION_FORM}{_A.PROGRESS.value}")
        form.saved.connect(self._give)
        form.left.connect(self.leave)
        self._before_typing = form.typed()
        self._insert_form(form)
        self._start_form()
        self.begin()
        if chosen:
            form.focus_first()

    def _start_form(self) -> None:
        values = self.fields.values()
        task = self._tasks.get(int(str(values["task"] or 0)))
        action = TaskAction(str(values["news"] or _A.PROGRESS.value))
        paper = self._paper
        begin = FormBegin(action, paper.received_on, percent=None)
        if task is not None:
            self.form.draft_place = DraftField("task", task.id, f"{ACTION_FORM}{action.value}")
            begin = FormBegin(action, paper.received_on, task.percent, task.plan)
        typed, begun = self.form.typed(), self._before_typing
        self.form.begin(begin)
        ui = self.form.ui
        for button in (ui.title, ui.save, ui.leave):
            button.hide()
        ui.toldEdit.set_text(typed.told or words.told_by(paper.sender, record_number(paper.number)))
        ui.noteEdit.set_text(typed.note or _first_text(paper))
        # what was typed before its task was found is kept: what is known of the task does not take its place
        self._before_typing = self.form.typed()
        for edit, now, then in ((ui.percentEdit, typed.percent, begun.percent), (ui.dayEdit, typed.day, begun.day)):
            if now != then:
                edit.set_text(now)

    def _give(self, entry: TaskEntry) -> None:
        self.given.emit(LetterReport(int(str(self.fields.values()["task"] or 0)), entry))


def extension_sheet(paper: IncomingPaper, tasks: Sequence[TaskRow], chosen: int) -> SheetSpec:
    """Return the form for the deadline that a unit requests in its letter."""
    told = tuple(
        Option(
            str(one.id),
            words.task_option(one.unit, record_number(one.resolution_number)),
            words.joined(format_date(one.due) if one.due else "", one.text),
        )
        for one in tasks
    )
    return SheetSpec(
        "extensionSheet",
        words.EXTENSION_SHEET,
        words.EXTENSION_WHY,
        (
            (
                FieldSpec(
                    "record",
                    words.TASK_CHOICE,
                    _CHOICE,
                    str(chosen) if chosen else None,
                    words.TASK_HINT,
                    options=told,
                ),
            ),
            (FieldSpec("wanted_due", words.WANTED_DUE, FieldKind.DAY),),
            (FieldSpec("text", words.EXTENSION_TEXT, FieldKind.AREA, _first_text(paper)),),
        ),
        DraftField("incoming_paper", paper.id, "extension"),
        "wanted_due" if chosen else "",
    )


def meeting_sheet(paper: IncomingPaper | OutgoingPaper, meetings: Sequence[Meeting]) -> SheetSpec:
    """Return the form that links a letter to a meeting."""
    told = tuple(
        Option(str(one.id), meeting_number(one.number or 0), format_date(one.day) if one.day else "")
        for one in meetings
    )
    return SheetSpec(
        "meetingSheet",
        words.TO_MEETING,
        words.TO_MEETING_WHY,
        ((FieldSpec("record", words.MEETING_CHOICE, _CHOICE, told[0].key, options=told),),),
        DraftField("outgoing_paper" if isinstance(paper, OutgoingPaper) else "incoming_paper", paper.id, "meeting"),
    )


def invitation_answer_sheet(paper: IncomingPaper, meetings: Sequence[InvitedMeeting]) -> SheetSpec:
    """Return the form for an answer to an invitation; the invitee named as the sender is chosen."""
    told = tuple(
        Option(f"{one.meeting.id} {row.key}", row.line.name, words.joined(row.line.post, _meeting(one.meeting)))
        for one in meetings
        for row in one.invitees
    )
    sender = fold(paper.sender, Form.SQUEEZED)
    own = [one.key for one in told if fold(one.label, Form.SQUEEZED) in sender]
    chosen = own[0] if len(own) == 1 else None
    answers = tuple(Option(key, label) for key, label in words.INVITATION_ANSWERS.items())
    return SheetSpec(
        "invitationSheet",
        words.answer_of_meeting(_meeting(meetings[0].meeting)) if len(meetings) == 1 else words.INVITATION_ANSWER,
        words.INVITATION_ANSWER_WHY,
        (
            (FieldSpec("record", words.INVITEE_CHOICE, _CHOICE, chosen, words.INVITEE_HINT, options=told),),
            (FieldSpec("answer", words.INVITATION_ANSWER_CHOICE, _CHOICE, None, options=answers),),
        ),
        DraftField("incoming_paper", paper.id, "invitation"),
        "answer" if chosen else "",
    )


def _meeting(meeting: Meeting) -> str:
    """Return number and day of a meeting, so that the operator knows which one it is."""
    return words.agenda_option(meeting.number, format_long(meeting.day) if meeting.day else "")


def agenda_sheet(paper: IncomingPaper, request: Request, meetings: Sequence[Meeting], background: str) -> SheetSpec:
    """Return the form that puts a request on the agenda of a meeting."""
    told = tuple(
        Option(str(one.id), words.agenda_option(one.number, format_long(one.day) if one.day else ""))
        for one in meetings
    )
    return SheetSpec(
        "agendaSheet",
        words.TABLE_TITLE,
        words.joined(request.title, words.TABLE_WHY),
        (
            (FieldSpec("record", words.MEETING_CHOICE, _CHOICE, told[0].key, options=told),),
            (FieldSpec("background", words.BACKGROUND, FieldKind.AREA, background),),
        ),
        DraftField("incoming_paper", paper.id, "agenda"),
    )


class NominationSheet(_CauseSheet[MembersForm | None]):
    """The form of a nomination over a letter. `given` carries the typed nomination."""

    def __init__(
        self, paper: IncomingPaper, sheet: MembersSheet, dates: DateSource, parent: QWidget | None = None
    ) -> None:
        self._paper, self._sheet, self._dates = paper, sheet, dates
        self._begun: Mapping[str, str] = {}
        """What stood in the fields of the form before anything was typed."""
        self._typed: Mapping[str, str] = {}
        """What was typed in the form that went last."""
        seats = tuple(
            Option(str(line.seat.id), words.seat_option(line.seat.title, party.party.name, _holder(line)))
            for party in sorted(sheet.parties, key=lambda one: not _is_from_party(paper, one))
            for line in party.seats
            if line.seat.archived_on is None
        )
        ways = tuple(Option(key, label) for key, label in words.AS.items())
        rows = (
            (FieldSpec("seat", words.SEAT_CHOICE, _CHOICE, options=seats),),
            (FieldSpec("as", words.AS_CHOICE, _CHOICE, "nominate", options=ways),),
        )
        spec = SheetSpec("nominationSheet", words.NOMINATION, words.NOMINATION_WHY, rows, None)
        super().__init__(spec, None, dates, parent)

    def _start_form(self) -> None:
        values, old = self.fields.values(), self.form
        seat_id = int(str(values["seat"] or 0))
        found = self._sheet.seat(seat_id)
        if old is not None:
            self._typed = {name: text for name, text in typed_texts(old).items() if text != self._begun.get(name)}
            old.hide()
            old.deleteLater()
            self.form = None
        if found is None:
            return
        party, line = found
        key = "alternate" if values["as"] == "alternate" else "succeed" if line.holder is not None else "nominate"
        spec = nomination_spec(self._sheet, party, line, key)
        known: Mapping[str, str | date | None] = {"letter_number": self._paper.number, "letter_day": self._paper.day}
        fields = tuple(replace(one, value=known.get(one.key, one.value)) for one in spec.fields)
        form = MembersForm(replace(spec, fields=fields), self._dates)
        form.enter_saves = False
        show_meant_person(self._sheet, form)
        form.draft_place = DraftField("seat", seat_id, key)
        form.saved.connect(lambda values: self.given.emit(draft_from(self._sheet, seat_id, key, values)))
        form.left.connect(self.leave)
        for part in (form.title, form.save_button, form.leave_button):
            part.hide()
        self.form = form
        self._insert_form(form)
        form.focus_first()
        # with the keyboard there, so that what is put back is kept as typing from now on
        lines, self._begun = fields_of(form), typed_texts(form)
        for name, text in self._typed.items():
            type_into(lines[name], text)


def _is_from_party(paper: IncomingPaper, party: PartyMembers) -> bool:
    """Whether the name of the sender contains the party, or the party's name the sender."""
    sender, name = (fold(one, Form.SQUEEZED) for one in (paper.sender, party.party.name))
    return name in sender or sender in name


def _first_text(paper: IncomingPaper) -> str:
    """Return the letter's subject as the first text of the form; empty for a classified letter."""
    return paper.subject if paper.classification is Classification.NORMAL else ""


def _holder(line: SeatLine) -> str:
    return line.holder.name if line.holder is not None else ""
