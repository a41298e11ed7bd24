"""Controller of the minutes editor: reading, finalising and withdrawing a version.

It also answers citing from the upstream register and confirming the minutes before, and copies minutes as plain text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.calendar.jalali import format_date, format_words
from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Changed, Finalised, Outcome
from desktop_app.domain.papers import class_above_usual
from desktop_app.domain.read_models.sheets import AgendaBlock, Guard, Level, MinutesSheet, Target
from desktop_app.domain.rules.clauses import UpstreamDecision
from desktop_app.domain.rules.minutes import (
    EDITABLE,
    Clause,
    ItemDisposition,
    MinutesState,
    MinutesVersion,
    was_taken_over,
)
from desktop_app.domain.text.digits import record_number
from desktop_app.services.context import Context
from desktop_app.services.meetings.month_ledger import next_meeting, next_meeting_day
from desktop_app.services.meetings.scheduling import FirstTitles
from desktop_app.services.minutes import clauses as upstream
from desktop_app.services.minutes import minutes
from desktop_app.services.minutes.finalising import finalise, withdraw
from desktop_app.services.minutes.paper_sheet import confirm_previous
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question, ReasonQuestion, confirm_leave
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.destinations import Destination, OpenMeeting, OpenMinutes, OpenPaper, OpenResolution
from desktop_app.window.kit.page_controller import to_history
from desktop_app.window.minutes import asking_words as words
from desktop_app.window.minutes import words as minutes_words
from desktop_app.window.minutes.amending import MinutesAmending
from desktop_app.window.minutes.edit_session import PAGE, MinutesEditSession
from desktop_app.window.minutes.edits import MinutesEdits
from desktop_app.window.minutes.effects import finalising_text
from desktop_app.window.minutes.page import MinutesPage
from desktop_app.window.minutes.words import confirmed_in
from desktop_app.words import carrying as carrying_words
from desktop_app.words import clauses as clause_words
from desktop_app.words import lists as list_words
from desktop_app.words.digits import filled
from desktop_app.words.lists import CLASS, GUARDED
from desktop_app.words.refusals import sentence
from desktop_app.words.scheduling import previous_item
from desktop_app.words.states import NO_SCAN


def plain_text(sheet: MinutesSheet) -> str:
    """Return the minutes as plain text: headings, contributions and clauses, one per line."""
    title = (
        minutes_words.title(ordinal(sheet.meeting.number))
        if sheet.meeting.number
        else minutes_words.title_without_number()
    )
    lines = [title, *_class_of(sheet)]
    for place, block in enumerate(sheet.blocks, start=1):
        lines += ["", minutes_words.item_heading(ordinal(place), block.row.item.title), *_lines_of(block)]
    return "\n".join(lines)


def _class_of(sheet: MinutesSheet) -> Iterator[str]:
    own = [row.clause.classification for block in sheet.blocks for row in block.clauses]
    if highest := class_above_usual(sheet.version.classification, *own):
        yield f"{CLASS}: {GUARDED[highest]}"


def _lines_of(block: AgendaBlock) -> Iterator[str]:
    for said in block.deliberations:
        yield minutes_words.contribution_line(said.speaker, said.text)
    for row in block.clauses:
        yield (
            clause_words.clause_line(record_number(row.number), row.clause.text)
            if row.clause.is_resolution
            else row.clause.text
        )


class MinutesReferences(QObject):
    """Handles citing of decisions and confirming of earlier minutes."""

    def __init__(
        self,
        session: MinutesEditSession,
        dialogs: Dialogs,
        save_clause: Callable[[Clause, str], object],
    ) -> None:
        super().__init__(session)
        self._session, self._dialogs, self._save_clause = session, dialogs, save_clause
        session.page.signals.upstream_sent.connect(self.keep_decision)
        session.page.signals.confirm_requested.connect(self.confirm)

    def keep_decision(self, decision: UpstreamDecision, seen: UpstreamDecision, clause_id: int) -> None:
        """Store a new decision and cite it, or correct a known one; `seen` is its version before the edit."""

        def do(context: Context) -> Outcome:
            if decision.id:
                return upstream.save_upstream(context, decision, seen=seen)
            return upstream.add_upstream(context, decision)

        made = self._session.edit(PAGE, do)
        if made is None:
            return
        self._session.page.side.facts.upstream.close_form()
        clause = self._session.clause(clause_id)
        if not decision.id and clause is not None:
            self._save_clause(replace(clause, upstream_id=made.id), "upstream")

    def confirm(self, item_id: int) -> None:
        """Confirm the minutes of the previous meeting and add the sentence to the item."""
        self._session.page.flush()
        earlier = self._session.sheet.earlier
        if earlier is None:
            return
        question = Question(
            minutes_words.ask(earlier.meeting_number),
            minutes_words.ASK_TEXT,
            (Choice("confirm", minutes_words.CONFIRM, icon="check-check"), Choice("cancel", minutes_words.CANCEL)),
        )
        if self._dialogs.ask(question) == "confirm":
            text = minutes_words.sentence(earlier.meeting_number, format_date(earlier.meeting_day))
            version_id = self._session.version_id
            self._session.edit(PAGE, lambda context: confirm_previous(context, version_id, item_id, text))


FIRST_TITLES = FirstTitles(list_words.FOLLOW_UP_ITEM, list_words.NEXT_MEETING_ITEM, previous_item)
"""What the agenda of a next meeting begins with."""
ON_MEETING_PAGE = frozenset({"meeting", "attendance", "day"})


class MinutesController(MinutesEditSession):
    """Shows one version of minutes at a time."""

    def __init__(self, page: MinutesPage, context: Context, dialogs: Dialogs, parent: QObject | None = None) -> None:
        super().__init__(page, context, parent)
        self._dialogs = dialogs
        self._edits = MinutesEdits(self, dialogs)
        self._amending = MinutesAmending(self, dialogs, self.to_meeting, self._lead_to, self.preview)
        self._register = MinutesReferences(self, dialogs, self._edits.save_clause)
        self._connect()

    def _connect(self) -> None:
        signals = self.page.signals
        signals.preview_requested.connect(self.preview)
        signals.reading_requested.connect(self.begin_reading)
        signals.reading_left.connect(self.page.end_reading)
        signals.read_requested.connect(self.end_reading)
        signals.finalise_requested.connect(self.finalise)
        signals.withdraw_requested.connect(self.withdraw)
        signals.draft_requested.connect(self.back_to_draft)
        signals.meeting_requested.connect(self.to_meeting)
        signals.resolution_requested.connect(partial(_to_resolution, self))
        signals.version_requested.connect(self.switch_version)
        signals.copy_requested.connect(self.copy_text)
        signals.target_requested.connect(self.go_to)
        signals.band_action_requested.connect(lambda: self.press_band(0))
        signals.history_requested.connect(lambda: to_history(self))
        signals.band_second_requested.connect(lambda: self.press_band(1))

    # ---- showing

    def visit(self, destination: Destination) -> None:
        """Show the version of a navigation request."""
        if isinstance(destination, OpenMinutes):
            self.show(destination.version_id)
            if destination.resolution_id is not None:
                self.page.choose_resolution(destination.resolution_id)

    def show(self, version_id: int) -> None:
        """Show a version of minutes; call :meth:`may_leave` first."""
        if not self.is_open or self.version_id != version_id:
            self.forget_all()
        self.page.end_reading()
        self.close_band()
        if self.load(version_id):
            self._show_frozen_notice()

    def reload(self, changed: Changed) -> None:
        """Read the version again, and whether a scan of older minutes exists."""
        super().reload(changed)
        if changed & Changed.FILES and self.is_open and was_taken_over(self.sheet.version):
            self.load(self.version_id)
            self.close_band()
            self._show_frozen_notice()

    def may_leave(self) -> bool:
        """Save typed input; ask the operator if some was refused or is incomplete."""
        if not self.is_open:
            return True
        self.page.flush()
        count = self.waiting() + self.page.unfinished()
        if not count:
            return True
        title, loss = words.UNSAVED_TITLE, words.unsaved(count)
        if not confirm_leave(self._dialogs, title, loss, stay=words.KEEP_EDITING, leave=words.LEAVE):
            return False
        self.forget_all()
        return True

    def flush(self) -> None:
        """Save typed input without asking."""
        self.page.flush()

    def copy_text(self) -> None:
        """Copy the minutes as plain text and show a message."""
        self.page.copy_text(plain_text(self.sheet))
        self.status_message.emit(words.COPIED, Tone.DONE)

    def switch_version(self, version_id: int) -> None:
        """Show another version of the same minutes."""
        if self.may_leave():
            self._lead_to(version_id)

    # ---- ways out

    def preview(self) -> None:
        """Open the print page."""
        if self.is_open and self.may_leave():
            self.navigated.emit(OpenPaper(self.version_id))

    def to_meeting(self) -> None:
        """Open the page of the meeting."""
        if self.is_open and self.may_leave():
            self.navigated.emit(OpenMeeting(self.sheet.meeting.id))

    def go_to(self, target: Target) -> None:
        """Go to the gap that a check names, here or on the meeting page."""
        if target.field == "reading":
            self.begin_reading()
        elif target.field in ON_MEETING_PAGE or target.seat_id is not None:
            self.to_meeting()
        else:
            self.page.go_to(target)

    # ---- reading

    def begin_reading(self) -> None:
        """Mark the draft as ready for reading and start the reading step."""
        if not self.is_open:
            return
        self.page.flush()
        sheet = self.sheet
        if not sheet.editable:
            return
        ready = sheet.version.state is MinutesState.REVIEW
        if ready or self.edit(PAGE, lambda context: minutes.to_review(context, self.version_id)) is not None:
            self.close_band()
            self.page.show_reading(self.sheet)

    def end_reading(self) -> None:
        """Record that the minutes were read out."""
        self.page.flush()
        if self.edit(PAGE, lambda context: minutes.mark_read(context, self.version_id)) is not None:
            self.page.end_reading()

    def back_to_draft(self) -> None:
        """Return to the draft; the minutes must be read out again."""
        self.page.flush()
        self.edit(PAGE, lambda context: minutes.back_to_draft(context, self.version_id))

    # ---- finalising

    def finalise(self) -> None:
        """Ask, finalise, and offer the next step; if something is missing, show it instead."""
        self.page.flush()
        sheet = self.sheet
        stop = next((guard for guard in sheet.guards if guard.level is Level.STOP), None)
        if stop is not None and stop.target.field == "agenda":
            self.page.fates.open_form(carrying_words.SAVE_AND_FINALISE, self._decide_and_finalise)
            return
        if stop is not None:
            self._name_gap(stop)
            return
        if not self._is_finalising_meant():
            return
        made = self.edit(PAGE, lambda context: finalise(context, self.version_id))
        if made is not None and sheet.amendment:
            self._amending.show_final(made, sheet.ending)
        elif made is not None:
            self._tell_final(made)

    def _decide_and_finalise(self, decided: Sequence[ItemDisposition]) -> None:
        """Store what becomes of items without text, and go on with finalising."""
        if self._edits.decide_fates(decided):
            self.finalise()

    def _is_finalising_meant(self) -> bool:
        sheet = self.sheet
        clauses = [row for block in sheet.blocks for row in block.clauses if row.clause.is_resolution]
        kept = sum(bool(row.number) for row in clauses)
        question = Question(
            words.ask_finalise(sheet.meeting.number or ""),
            "\n\n".join(filled(words.finalise_text(kept, len(clauses) - kept), finalising_text(sheet))),
            (Choice("finalise", words.FINALISE, icon="check-check"), Choice("cancel", words.CANCEL)),
        )
        return self._dialogs.ask(self._amending.question() if sheet.amendment else question) == "finalise"

    def _tell_final(self, made: Finalised) -> None:
        version_id, meeting_id = self.version_id, self.sheet.meeting.id
        self.band(
            words.finalised(len(made.numbers), made.task_count),
            words.finalised_detail(made.numbers, self._next_day_text(meeting_id)),
            Tone.DONE,
            words.PRINT_FOR_PEN,
            lambda: self.navigated.emit(OpenPaper(version_id)),
            words.NEXT_MEETING_ACTION,
            lambda: self._plan_next(meeting_id),
            passing=False,
        )

    def _next_day_text(self, meeting_id: int) -> str:
        """Return the sentence about the next meeting; empty if it cannot be read."""
        try:
            following = next_meeting_day(self.context, meeting_id)
        except Refused:
            return ""
        return words.next_day(following.kind, format_words(following.day)) if following is not None else ""

    def _plan_next(self, meeting_id: int) -> None:
        """Open the next meeting; create its draft if it is not planned yet."""
        made = self.edit(PAGE, lambda context: next_meeting(context, meeting_id, FIRST_TITLES))
        if made is not None:
            self.navigated.emit(OpenMeeting(made.id))

    def _name_gap(self, guard: Guard) -> None:
        text = sentence(guard.broken) if guard.broken is not None else ""
        reading = guard.target.field == "reading"
        action = words.READING if reading else words.SHOW_GAP
        self.band(words.NOT_YET, text, Tone.WARNING, action, lambda: self.go_to(guard.target))
        if not reading and guard.target.field not in ON_MEETING_PAGE and guard.target.seat_id is None:
            self.page.go_to(guard.target)

    def withdraw(self) -> None:
        """Withdraw final minutes before the first signature, and show the next version."""
        sheet = self.sheet
        row = next((one for one in sheet.versions if one.id == sheet.version.id), None)
        question = ReasonQuestion(
            words.ask_withdraw(sheet.meeting.number or ""),
            words.withdraw_text(row.printed_copies if row is not None else 0),
            words.WITHDRAW_REASON,
            words.WITHDRAW_ACCEPT,
            dangerous=True,
        )
        reason = self._dialogs.reason(question)
        if reason is None:
            return
        made = self.edit(PAGE, lambda context: withdraw(context, self.version_id, reason))
        if made is not None:
            # whoever leads to it shows it anew, without the bands that were there
            self._lead_to(made.id)
            version = self.sheet.version.version
            self.band(words.withdrawn(version, made.copies, made.code), "", Tone.WARNING, passing=False)

    def _lead_to(self, version_id: int) -> None:
        """Open another version by way of the window's navigation."""
        self.navigated.emit(OpenMinutes(version_id))

    def _show_frozen_notice(self) -> None:
        """Show a message above frozen minutes or the draft of a correction."""
        sheet = self.sheet
        if sheet.version.state in EDITABLE:
            # also where nothing can be recorded: the words are none of what is final
            self._amending.tell()
            return
        row = next((one for one in sheet.versions if one.id == sheet.version.id), None)
        by = sheet.confirmed_by
        confirmed = confirmed_in(by.meeting_number or 0) if by is not None else ""
        detail = words.frozen_detail(row.code if row else "", row.reason if row else "", confirmed)
        if sheet.lacks_scan:
            add = words.ADD_SCAN if self.context.writable else ""
            self.band(words.TAKEN_OVER, NO_SCAN, Tone.NEUTRAL, add, self.page.files.click, passing=False)
            return
        action = words.WITHDRAW_SHORT if sheet.can_withdraw else ""
        self.band(_frozen_title(sheet.version), detail, Tone.NEUTRAL, action, self.withdraw, passing=False)


def _frozen_title(version: MinutesVersion) -> str:
    return words.TAKEN_OVER if was_taken_over(version) else words.FROZEN_TITLES[version.state]


def _to_resolution(controller: MinutesController, resolution_id: int) -> None:
    """Open a resolution of the report on earlier ones."""
    if controller.is_open and controller.may_leave():
        controller.navigated.emit(OpenResolution(resolution_id))
