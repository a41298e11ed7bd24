"""Form of a new meeting: kind, date, time, location, parked items, and findings about the date."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.domain.read_models.meetings_sheet import MeetingPlan, SchedulingSheet
from desktop_app.domain.rules.meetings import MeetingKind
from desktop_app.domain.rules.months import DayFinding
from desktop_app.domain.text.digits import persian_digits
from desktop_app.forms.scheduling_form import Ui_SchedulingForm
from desktop_app.widgets.dates.date_source import date_source
from desktop_app.widgets.feedback.form_sheet import FormSheet
from desktop_app.widgets.fields.folded_completer import Option, suggest
from desktop_app.widgets.fields.segmented import Segment
from desktop_app.widgets.fields.wrapped_boxes import WrappedCheckBox
from desktop_app.widgets.shell.shortcuts import add_action
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import Ink, TextRole, Tone
from desktop_app.window.kit.scheduling_postpone import HourLine, finding_lines
from desktop_app.words import scheduling as words
from desktop_app.words.refusals import sentence


def _why(sheet: SchedulingSheet) -> str:
    """Return the text beneath the title."""
    if sheet.agreed is not None:
        return words.agreed_why(persian_digits(sheet.agreed.number) if sheet.agreed.number else "")
    return words.FIRST_MEETING_WHY if sheet.first else words.NEW_MEETING_WHY


class SchedulingDialog(FormSheet):
    """Dialog for a new meeting; it stays open after a refusal and keeps its input."""

    judged = Signal(object)
    """The plan as it stands; whoever knows the days answers with :meth:`show_findings`."""
    saved = Signal(object)

    def __init__(
        self, sheet: SchedulingSheet, today: Callable[[], date], now: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, title=words.NEW_MEETING, context=_why(sheet), width=560)
        self.setObjectName("schedulingDialog")
        panel = QWidget()
        self.ui = Ui_SchedulingForm()
        self.ui.setupUi(panel)
        self.body.addWidget(panel)
        self._hour = HourLine(self.ui.startsField)
        self._as_draft = False
        self._parked: list[tuple[int, QCheckBox]] = []
        self._fill(sheet, today, now)
        self._save = self.add_action(words.SAVE, ButtonKind.FILLED, icon="calendar-plus", hint="Ctrl+Enter")
        self._save.setObjectName("saveMeeting")
        self._save.clicked.connect(self.save)
        # a button's own shortcut acts a moment later, when the day may be another one already
        add_action(self, words.SAVE, ("Ctrl+Return", "Ctrl+Enter"), self.save)
        leave = self.add_action(words.CANCEL)
        leave.setObjectName("leaveMeeting")
        leave.clicked.connect(self.leave)
        self._connect()
        self.begin()
        self.ui.dayEdit.line().setFocus(Qt.FocusReason.OtherFocusReason)

    def plan(self) -> MeetingPlan:
        """Return the meeting as typed."""
        ui = self.ui
        return MeetingPlan(
            kind=MeetingKind(ui.kindEdit.value() or MeetingKind.ORDINARY.value),
            day=ui.dayEdit.day(),
            starts_at=ui.startsEdit.time() or "",
            place=ui.placeEdit.text(),
            taken=tuple(item_id for item_id, box in self._parked if box.isChecked()),
        )

    def content(self) -> object:
        """The meeting, and typed input that is not a valid date or time."""
        return self.plan(), self.ui.dayEdit.text(), self.ui.startsEdit.text()

    def warn(self, text: str) -> None:
        """Show a warning with the findings."""
        self._show([(text, Tone.WARNING)])

    def save(self) -> None:
        """Emit the meeting unless date or time is invalid; a draft without a date must be confirmed."""
        self.ui.dayEdit.finish()
        self.ui.startsEdit.finish()
        if self.ui.dayEdit.has_error():
            self.ui.dayEdit.line().setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.ui.startsEdit.has_error():
            self.ui.startsEdit.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.ui.dayEdit.day() is None and not self._as_draft:
            self._offer_draft(True)
            self.show_refusal("day", words.NO_DAY)
        else:
            self.hand_over(lambda: self.saved.emit(self.plan()))

    def save_text(self) -> str:
        """The text of the save button."""
        return self._save.text()

    def show_findings(self, findings: Sequence[DayFinding]) -> None:
        """Show the findings about the date."""
        self._show(finding_lines(findings))
        self._hour.show(findings)

    def show_refusal(self, field: str, text: str) -> bool:
        """Show the error beside its field and focus it; return False if there is no such field."""
        ui = self.ui
        places = {
            "kind": (ui.kindField, ui.kindEdit),
            "day": (ui.dayField, ui.dayEdit.line()),
            "starts_at": (ui.startsField, ui.startsEdit),
            "place": (ui.placeField, ui.placeEdit),
        }
        if field not in places:
            self._show([(text, Tone.DANGER)])
            return False
        holder, editor = places[field]
        self.ui.findings.show_findings([])
        holder.set_error(text)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # ---- inside

    def _fill(self, sheet: SchedulingSheet, today: Callable[[], date], now: Callable[[], str]) -> None:
        ui, plan = self.ui, sheet.plan
        kinds = [Segment(kind, label, letter) for kind, (label, letter) in words.KINDS.items()]
        ui.kindEdit.set_segments(kinds)
        ui.kindEdit.set_value(plan.kind.value)
        ui.dayEdit.set_source(date_source(sheet.calendar, today, sentence))
        ui.dayEdit.set_day(plan.day)
        ui.startsEdit.set_now(now)
        ui.startsEdit.set_time(plan.starts_at or None)
        ui.placeEdit.set_text(plan.place)
        suggest(ui.placeEdit, [Option(place, place) for place in sheet.places])
        ui.parkedTitle.set_role(TextRole.LABEL)
        ui.parkedTitle.set_ink(Ink.SECOND)
        ui.agendaNote.set_role(TextRole.NOTE)
        ui.agendaNote.set_ink(Ink.QUIET)
        ui.agendaNote.setWordWrap(True)
        ui.agendaNote.setMinimumHeight(1)
        ui.agendaNote.setText(words.ONLY_LAST if sheet.first else words.FIRST_AND_LAST)
        ui.parkedHolder.setVisible(bool(sheet.parked))
        for item in sheet.parked:
            box = WrappedCheckBox(item.title)
            box.setObjectName(f"take_{item.id}")
            box.setChecked(item.id in sheet.promised)
            self._parked.append((item.id, box))
            ui.parkedColumn.addWidget(box)

    def _connect(self) -> None:
        ui = self.ui
        ui.kindEdit.chosen.connect(self._changed)
        ui.dayEdit.day_changed.connect(self._changed)
        ui.startsEdit.time_changed.connect(self._changed)
        ui.placeEdit.textEdited.connect(self._typed)

    def _offer_draft(self, offered: bool) -> None:
        self._as_draft = offered
        self._save.setText(words.SAVE_DRAFT if offered else words.SAVE)

    def _changed(self, _value: object) -> None:
        self._typed("")
        self.judged.emit(self.plan())

    def _typed(self, _text: str) -> None:
        self._offer_draft(False)
        for holder in (self.ui.kindField, self.ui.dayField, self.ui.placeField):
            holder.clear_error()
        self._hour.clear_error()

    def _show(self, lines: Sequence[tuple[str, Tone]]) -> None:
        self.ui.findings.show_findings(lines)
