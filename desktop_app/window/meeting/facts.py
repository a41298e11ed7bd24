"""Facts of a meeting: each field is saved when the operator leaves it; refused input stays in the field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.domain.read_models.sheets import MeetingSheet
from desktop_app.domain.rules.meetings import BEGUN, Meeting, MeetingKind
from desktop_app.domain.rules.session_facts import SESSION_FIELDS
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.forms.meeting_facts import Ui_MeetingFacts
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.dates.time_edit import TimeEdit
from desktop_app.widgets.fields.drafted import Drafted
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.segmented import Segment
from desktop_app.widgets.style.tokens import Ink, TextRole
from desktop_app.window.meeting import words
from desktop_app.window.meeting.signals import MeetingSignals
from desktop_app.words import states

DRAFT_MS = 2_000


@dataclass(frozen=True, slots=True)
class _Fact:
    """One field: functions that read it, fill it, and check whether its input is invalid."""

    field: Field
    editor: QWidget
    read: Callable[[], object]
    fill: Callable[[object], None]
    broken: Callable[[], bool]


class MeetingFactsPane(QWidget, Drafted):
    """Date, time, kind, location, chair, secretary, actual times and note of a meeting."""

    def __init__(self, signals: MeetingSignals, now: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_MeetingFacts()
        self.ui.setupUi(self)
        self._signals = signals
        self._sheet: MeetingSheet | None = None
        self._shown: dict[str, object] = {}
        ui = self.ui
        for time in (ui.startsEdit, ui.beganEdit, ui.endedEdit):
            time.set_now(now)
        ui.kindEdit.set_segments([Segment(kind.value, states.MEETING_KIND[kind]) for kind in MeetingKind])
        ui.noteEdit.set_lines(3)
        self._facts = self._all_facts()
        self._hints = {name: str(fact.field.property("hint_text")) for name, fact in self._facts.items()}
        self._pause = QTimer(self)
        self._pause.setObjectName("pause")
        self._pause.setSingleShot(True)
        self._pause.setInterval(DRAFT_MS)
        self._pause.timeout.connect(self.flush)
        self._dress()
        self._connect()

    def _all_facts(self) -> dict[str, _Fact]:
        ui = self.ui
        facts = {
            "day": _Fact(
                ui.dayField,
                ui.dayEdit,
                ui.dayEdit.day,
                lambda day: ui.dayEdit.set_day(day if isinstance(day, date) else None),
                ui.dayEdit.has_error,
            ),
            "kind": _Fact(
                ui.kindField,
                ui.kindEdit,
                lambda: MeetingKind(ui.kindEdit.value() or MeetingKind.ORDINARY.value),
                lambda kind: ui.kindEdit.set_value(MeetingKind(str(kind)).value),
                lambda: False,
            ),
            "note": _Fact(
                ui.noteField,
                ui.noteEdit,
                ui.noteEdit.text,
                lambda text: ui.noteEdit.set_text(str(text)),
                lambda: False,
            ),
        }
        for name, field, line in (
            ("place", ui.placeField, ui.placeEdit),
            ("chair", ui.chairField, ui.chairEdit),
            ("secretary", ui.secretaryField, ui.secretaryEdit),
        ):
            facts[name] = _line_fact(field, line)
        for name, field, time in (
            ("starts_at", ui.startsField, ui.startsEdit),
            ("began_at", ui.beganField, ui.beganEdit),
            ("ended_at", ui.endedField, ui.endedEdit),
        ):
            facts[name] = _time_fact(field, time)
        return facts

    def _dress(self) -> None:
        ui = self.ui
        ui.heading.set_role(TextRole.SECTION)
        ui.headNote.set_role(TextRole.NOTE)
        ui.headNote.set_ink(Ink.QUIET)
        ui.scroll.viewport().setAutoFillBackground(False)
        ui.body.setAutoFillBackground(False)
        ui.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ui.sheet.setAutoFillBackground(False)
        ui.bodyLine.setStretchFactor(ui.sheet, 1)
        ui.bodyColumn.setStretch(ui.bodyColumn.count() - 1, 1)
        ui.dayFixed.set_role(TextRole.NOTE)
        ui.dayFixed.set_ink(Ink.SECOND)

    def _connect(self) -> None:
        for name, fact in self._facts.items():
            editor = fact.editor
            if isinstance(editor, QLineEdit):
                editor.editingFinished.connect(lambda name=name: self._save(name))
                editor.textEdited.connect(lambda _text, name=name: self._touch(name))
        self.ui.dayEdit.finished.connect(lambda: self._save("day"))
        self.ui.dayEdit.day_changed.connect(lambda _day: self._touch("day"))
        self.ui.kindEdit.chosen.connect(lambda _kind: self._save("kind"))
        self.ui.noteEdit.textChanged.connect(lambda: self._touch("note"))
        self.ui.noteEdit.installEventFilter(self)

    def set_dates(self, dates: DateSource) -> None:
        """Set the calendar of the date fields."""
        self.ui.dayEdit.set_source(dates)

    # ---- showing

    def show_sheet(self, sheet: MeetingSheet) -> None:
        """Fill the fields, except those that hold unsaved input."""
        other = self._sheet is None or self._sheet.meeting.id != sheet.meeting.id
        self._sheet = sheet
        self.draft_place = DraftField("meeting", sheet.meeting.id, "facts")
        for name, fact in self._facts.items():
            value = getattr(sheet.meeting, name)
            if other or not self._is_changed(name):
                self._shown[name] = value
                if other or fact.read() != value:
                    fact.fill(value)
                if other or fact.field.error():
                    fact.field.clear_notice()
            elif fact.read() == value:
                self._shown[name] = value
        self._allow(sheet)

    def _allow(self, sheet: MeetingSheet) -> None:
        ui, editable = self.ui, sheet.facts_editable
        for name, fact in self._facts.items():
            free = _is_free(name, sheet)
            fact.editor.setEnabled(free)
            fact.field.set_hint(self._hints[name] if free or (editable and not sheet.correcting) else "")
        note = words.CORRECTING_FACTS if sheet.correcting else words.FACTS_NOTE
        locked = "" if sheet.read_only else words.FACTS_READ_ONLY
        ui.headNote.setText(note if editable else locked)
        ui.sessionHolder.setVisible(sheet.meeting.state in BEGUN)
        fixed = editable and not sheet.day_editable and not sheet.correcting
        ui.dayFixed.setVisible(fixed)

    def show_refusal(self, field: str, text: str) -> bool:
        """Show the error beneath its field and keep the input."""
        fact = self._facts.get(field)
        if fact is None or not fact.editor.isEnabledTo(self):
            return False
        fact.field.set_error(text)
        return True

    def focus_fact(self, field: str) -> None:
        """Give the keyboard to a field."""
        fact = self._facts.get(field)
        if fact is not None:
            fact.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ui.scroll.ensureWidgetVisible(fact.field)

    def flush(self) -> None:
        """Save every field whose input is valid."""
        for name in self._facts:
            self._save(name)

    def forget_typed(self) -> None:
        """Discard unsaved input and show the stored values."""
        for name, fact in self._facts.items():
            if self._is_changed(name):
                fact.fill(self._shown[name])
                fact.field.clear_notice()

    def is_dirty(self) -> bool:
        """Whether a field holds unsaved input."""
        return bool(self.unfinished())

    def unfinished(self) -> int:
        """Return the number of fields whose input could not be saved."""
        if self._sheet is None or not self._sheet.facts_editable:
            return 0
        return sum(fact.broken() or self._is_changed(name) for name, fact in self._facts.items())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save the note when it loses the focus."""
        if watched is self.ui.noteEdit and event.type() == QEvent.Type.FocusOut:
            self._save("note")
        return super().eventFilter(watched, event)

    # ---- saving

    def _is_changed(self, name: str) -> bool:
        fact = self._facts[name]
        return name in self._shown and (fact.broken() or fact.read() != self._shown[name])

    def _touch(self, name: str) -> None:
        fact = self._facts[name]
        if fact.field.error() and not fact.broken():
            fact.field.clear_notice()
        if self._sheet is not None and self._is_changed(name):
            self._pause.start()

    def _save(self, name: str) -> None:
        fact, sheet = self._facts[name], self._sheet
        if sheet is None or not sheet.facts_editable or fact.broken() or not self._is_changed(name):
            return
        edited = _with(sheet.meeting, name, fact.read())
        self.hand_over(lambda: self._signals.fact_edited.emit(edited, name))
        if self._sheet is not sheet and self._sheet is not None:
            # saved: the field shows what is stored, which may lack a blank at its end
            self._shown[name] = getattr(self._sheet.meeting, name)
            if fact.read() != self._shown[name]:
                fact.fill(self._shown[name])


def _with(meeting: Meeting, name: str, value: object) -> Meeting:
    changed: dict[str, object] = {name: value}
    return replace(meeting, **changed)  # type: ignore[arg-type]


def _line_fact(field: Field, line: LineField) -> _Fact:
    return _Fact(field, line, line.text, lambda text: line.set_text(str(text)), lambda: False)


def _time_fact(field: Field, time: TimeEdit) -> _Fact:
    return _Fact(
        field,
        time,
        lambda: time.time() or "",
        lambda value: time.set_time(str(value) or None),
        time.has_error,
    )


def _is_free(name: str, sheet: MeetingSheet) -> bool:
    """Whether a fact may be changed now; a correction allows only those of the session."""
    if sheet.correcting:
        return sheet.facts_editable and name in SESSION_FIELDS
    return sheet.day_editable if name == "day" else sheet.facts_editable
