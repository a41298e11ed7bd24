"""Form to postpone a meeting, with reason and new day, and the warnings about a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.read_models.meetings_sheet import Postponement
from desktop_app.domain.rules.months import DayFinding
from desktop_app.forms.scheduling_postpone import Ui_SchedulingPostpone
from desktop_app.widgets.dates.date_source import date_source
from desktop_app.widgets.feedback.form_sheet import FormSheet
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.shell.shortcuts import add_action
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import Tone
from desktop_app.words import scheduling as words
from desktop_app.words.refusals import sentence


def finding_line(finding: DayFinding) -> tuple[str, Tone]:
    """Return the text of a warning about a day: red if the day is refused, amber if not."""
    if finding.broken is not None:
        return sentence(finding.broken), Tone.DANGER
    return words.FINDINGS[finding.key](dict(finding.facts)), Tone.WARNING


def finding_lines(findings: Sequence[DayFinding]) -> list[tuple[str, Tone]]:
    """Return the warnings to show beneath the day; those about the hour are left out."""
    return [finding_line(one) for one in findings if one.key != "weekend" and not _of_the_hour(one)]


def hour_line(findings: Sequence[DayFinding]) -> tuple[str, Tone] | None:
    """Return the first warning about the hour; one that refuses the hour comes first."""
    return next((finding_line(one) for one in findings if _of_the_hour(one)), None)


def _of_the_hour(finding: DayFinding) -> bool:
    return finding.key == "outside_hours" or (finding.broken is not None and finding.broken.field == "starts_at")


class HourLine:
    """Shows the warning about the hour beneath the field of the hour."""

    def __init__(self, field: Field) -> None:
        self._field = field
        self._line: tuple[str, Tone] | None = None

    def show(self, findings: Sequence[DayFinding]) -> None:
        """Show the warning about the hour; without one remove only the former warning."""
        said, self._line = self._line, hour_line(findings)
        if self._line is not None:
            self._field.set_notice(*self._line)
        elif said is not None:
            self._field.clear_notice()

    def clear_error(self) -> None:
        """Remove the refusal of the hour and show the warning again."""
        if self._field.error():
            self._field.clear_notice()
            if self._line is not None:
                self._field.set_notice(*self._line)


class PostponeDialog(FormSheet):
    """Form for the reason of a postponement, and for the new day if it is known."""

    judged = Signal(object)
    saved = Signal(object)

    def __init__(
        self,
        calendar: WorkCalendar,
        today: Callable[[], date],
        now: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, title=words.POSTPONE, context=words.POSTPONE_WHY, width=560)
        self.setObjectName("postponeDialog")
        panel = QWidget()
        self.ui = Ui_SchedulingPostpone()
        self.ui.setupUi(panel)
        self.body.addWidget(panel)
        ui = self.ui
        self._hour = HourLine(ui.startsField)
        ui.reasonEdit.set_lines(2)
        ui.dayEdit.set_source(date_source(calendar, today, sentence))
        ui.startsEdit.set_now(now)
        save = self.add_action(words.POSTPONE_DO, ButtonKind.FILLED, icon="calendar-clock", hint="Ctrl+Enter")
        save.setObjectName("savePostpone")
        save.clicked.connect(self.save)
        add_action(self, words.POSTPONE_DO, ("Ctrl+Return", "Ctrl+Enter"), self.save)
        leave = self.add_action(words.CANCEL)
        leave.setObjectName("leavePostpone")
        leave.clicked.connect(self.leave)
        ui.dayEdit.day_changed.connect(self._changed)
        ui.startsEdit.time_changed.connect(self._changed)
        ui.reasonEdit.textChanged.connect(self._typed)
        ui.reasonEdit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.begin()

    def plan(self) -> Postponement:
        """Return the values in the form."""
        ui = self.ui
        return Postponement(
            reason=ui.reasonEdit.text().strip(), day=ui.dayEdit.day(), starts_at=ui.startsEdit.time() or ""
        )

    def content(self) -> object:
        """Return the plan and the text that is not a valid day or hour yet."""
        return self.plan(), self.ui.dayEdit.text(), self.ui.startsEdit.text()

    def warn(self, text: str) -> None:
        """Show a warning among those about the day."""
        self.ui.findings.show_findings([(text, Tone.WARNING)])

    def save(self) -> None:
        """Emit the plan, unless a field holds an invalid day or hour."""
        ui = self.ui
        ui.dayEdit.finish()
        ui.startsEdit.finish()
        if ui.dayEdit.has_error():
            ui.dayEdit.line().setFocus(Qt.FocusReason.OtherFocusReason)
        elif ui.startsEdit.has_error():
            ui.startsEdit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.hand_over(lambda: self.saved.emit(self.plan()))

    def show_findings(self, findings: Sequence[DayFinding]) -> None:
        """Show the warnings about the new day."""
        self.ui.findings.show_findings(finding_lines(findings))
        self._hour.show(findings)

    def show_refusal(self, field: str, text: str) -> bool:
        """Show a refusal beneath its field and give that the keyboard; return whether the field exists."""
        ui = self.ui
        places = {
            "reason": (ui.reasonField, ui.reasonEdit),
            "day": (ui.dayField, ui.dayEdit.line()),
            "kind": (ui.dayField, ui.dayEdit.line()),
            "starts_at": (ui.startsField, ui.startsEdit),
        }
        if field not in places:
            ui.findings.show_findings([(text, Tone.DANGER)])
            return False
        holder, editor = places[field]
        ui.findings.show_findings([])
        holder.set_error(text)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _changed(self, _value: object) -> None:
        self._typed()
        self.judged.emit(self.plan())

    def _typed(self) -> None:
        for holder in (self.ui.reasonField, self.ui.dayField):
            holder.clear_error()
        self._hour.clear_error()


class PostponeForms:
    """Opens the form over a page; there is one at a time."""

    def __init__(self, page: QWidget, today: Callable[[], date], now: Callable[[], str]) -> None:
        self._page, self._today, self._now = page, today, now
        self.form: PostponeDialog | None = None

    def open(self, calendar: WorkCalendar) -> PostponeDialog:
        """Open the form."""
        self.form = PostponeDialog(calendar, self._today, self._now, self._page)
        self.form.finished.connect(self._forget)
        self.form.open()
        return self.form

    def _forget(self, _result: int) -> None:
        form, self.form = self.form, None
        if form is not None:
            form.deleteLater()
