"""Inspector at the left: the facts of the selected clause; each change is saved on its own.

Under the choice of an upstream decision are its citation and the ways into the register.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.read_models.sheets import ClauseRow, MinutesSheet
from desktop_app.domain.rules.clauses import UpstreamDecision
from desktop_app.domain.rules.deadlines import DeadlineOffer, offers_instead
from desktop_app.domain.rules.minutes import AdoptionKind, Clause, was_taken_over
from desktop_app.domain.text.digits import latin_digits, persian_digits
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.forms.resolution_inspector import Ui_ResolutionInspector
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.date_source import DateSource, no_calendar
from desktop_app.widgets.fields.drafted import Drafted
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.segmented import Segment
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP, GAP_TIGHT, Ink, TextRole
from desktop_app.window.kit.record_sheet import FieldsSheet
from desktop_app.window.kit.upstream_form import decision_from, decision_sheet
from desktop_app.window.minutes import words as upstream_form_words
from desktop_app.window.minutes.deadline import DeadlineEditor
from desktop_app.window.minutes.options import (
    ALL,
    axis_options,
    class_key,
    class_of_key,
    cooperating_keys,
    cooperating_options,
    key_of,
    owner_key,
    owner_of,
    owner_options,
    unit_options,
    upstream_options,
)
from desktop_app.window.minutes.refused import RefusedValues
from desktop_app.window.minutes.signals import MinutesSignals
from desktop_app.words import clauses as words


class UpstreamPart(QWidget):
    """Field for the cited upstream decision; its form opens over the page and closes when it is stored."""

    def __init__(self, signals: MinutesSignals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signals = signals
        self._source = no_calendar()
        self._row: ClauseRow | None = None
        self._known: dict[int, UpstreamDecision] = {}
        self.form: FieldsSheet | None = None
        self.cited = TextLabel(role=TextRole.NOTE, ink=Ink.SECOND, wrap=True)
        self.add = Button(text=upstream_form_words.NEW, kind=ButtonKind.QUIET, icon="plus", compact=True)
        self.add.setObjectName("upstreamAdd")
        self.edit = Button(text=upstream_form_words.EDIT, kind=ButtonKind.QUIET, icon="pencil", compact=True)
        self.edit.setObjectName("upstreamEdit")
        for button in (self.add, self.edit):
            button.setAccessibleName(button.text())
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(self.add)
        line.addWidget(self.edit)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_TIGHT)
        column.addWidget(self.cited)
        column.addLayout(line)
        self.add.clicked.connect(lambda: self.open_form(UpstreamDecision(title="", body="")))
        self.edit.clicked.connect(self._edit)

    def set_source(self, source: DateSource) -> None:
        """Set the calendar of the date field."""
        self._source = source

    def show_row(self, row: ClauseRow, sheet: MinutesSheet) -> None:
        """Show the decision that the clause cites, and the possible actions."""
        self._row = row
        self._known = {one.id: one for one in sheet.choices.upstream}
        self.cited.setText(row.upstream)
        self.cited.setVisible(bool(row.upstream))
        self.add.setVisible(sheet.editable)
        self.edit.setVisible(sheet.editable and row.clause.upstream_id in self._known)

    def open_form(self, decision: UpstreamDecision) -> None:
        """Open the form of a known or a new upstream decision."""
        if self._row is None:
            return
        clause_id = self._row.clause.id
        new = DraftField("clause", clause_id, "new_upstream")
        place = DraftField("upstream_decision", decision.id, "upstream") if decision.id else new
        spec = decision_sheet(decision, (one.body for one in self._known.values()), place)
        form = FieldsSheet(spec, self._source, self.window())
        form.saved.connect(
            lambda values: self._signals.upstream_sent.emit(decision_from(decision, values), decision, clause_id)
        )
        form.finished.connect(lambda _result: self._forget(form))
        self.form = form
        form.open()

    def show_refusal(self, field: str, text: str) -> bool:
        """Show the error in the open form; return whether one is open."""
        if self.form is None:
            return False
        return self.form.show_refusal(field, text)

    def close_form(self) -> None:
        """Close the form after the decision was stored."""
        if self.form is not None:
            self.form.accept()

    def _edit(self) -> None:
        chosen = self._row.clause.upstream_id if self._row is not None else None
        if chosen in self._known:
            self.open_form(self._known[chosen])

    def _forget(self, form: FieldsSheet) -> None:
        self.form = None
        form.deleteLater()
        (self.edit if self.edit.isVisible() else self.add).setFocus()


OF_EVERY_CLAUSE: Final = frozenset({"classification"})
"""Facts that a clause has, too, which is no resolution."""


class ResolutionInspector(QWidget, Drafted):
    """Fields of one resolution, or only the confidentiality class of a plain clause.

    A refused value stays in its field until it is changed or another clause comes.
    """

    def __init__(self, signals: MinutesSignals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signals = signals
        self._clause: Clause | None = None
        self.ui = Ui_ResolutionInspector()
        self.ui.setupUi(self)
        self.deadline = DeadlineEditor(self)
        column = self.ui.fields
        column.replaceWidget(self.ui.deadlineHolder, self.deadline)
        self.ui.deadlineHolder.deleteLater()
        self.ui.kind.set_segments([Segment(key, label) for key, label in words.KINDS.items()])
        self.ui.adoption.set_segments([Segment(key, label) for key, label in words.ADOPTIONS.items()])
        self.ui.classification.set_segments([Segment(key, label) for key, label in words.CLASSES.items()])
        self._fields: dict[str, Field] = {
            "kind": self.ui.kindField,
            "axis": self.ui.axisField,
            "executor": self.ui.executorField,
            "cooperating": self.ui.cooperatingField,
            "owner": self.ui.ownerField,
            "adoption": self.ui.adoptionField,
            "reservation": self.ui.reservationField,
            "votes": self.ui.votesForField,
            "classification": self.ui.classificationField,
            "upstream": self.ui.upstreamField,
        }
        for field in (*self._fields.values(), self.ui.votesAgainstField):
            # Named from the beginning, and not only when a resolution is first shown
            field.editor()
        self.refused = RefusedValues(self.ui, self.deadline, self._fields)
        self.upstream = UpstreamPart(signals, self)
        column.insertWidget(column.indexOf(self.ui.upstreamField) + 1, self.upstream)
        self._connect()

    def _connect(self) -> None:
        ui = self.ui
        ui.kind.chosen.connect(lambda key: self._signals.clause_kind_requested.emit(self._stored().id, key))
        ui.axis.value_changed.connect(lambda key: self._edit("axis", axis_id=key_of(key)))
        ui.executor.value_changed.connect(lambda key: self._edit("executor", executor_unit_id=key_of(key)))
        ui.cooperating.values_changed.connect(self._cooperating_changed)
        ui.owner.value_changed.connect(self._owner_changed)
        self.deadline.edited.connect(lambda deadline: self._edit("deadline", deadline=deadline))
        ui.adoption.chosen.connect(lambda key: self._edit("adoption", adoption=AdoptionKind(key)))
        ui.reservation.settled.connect(lambda text: self._edit("reservation", reservation=text))
        ui.classification.chosen.connect(lambda key: self._edit("classification", classification=class_of_key(key)))
        for line in (ui.votesFor, ui.votesAgainst):
            line.editingFinished.connect(self._votes_changed)
        ui.upstream.value_changed.connect(lambda key: self._edit("upstream", upstream_id=key_of(key)))

    def set_source(self, source: DateSource) -> None:
        """Set the calendar of the date fields."""
        self.deadline.day.set_source(source)

    # ---- showing

    def show_clause(self, row: ClauseRow, sheet: MinutesSheet) -> None:
        """Show the fields as stored; refused input stays while the same clause is shown."""
        clause, before = row.clause, self._clause
        fresh = before is None or before.id != clause.id
        refused = self.refused.of(clause.id)
        self._clause = clause
        self.draft_place = DraftField("clause", clause.id, "facts")
        self.ui.reservation.draft_place = DraftField("clause", clause.id, "reservation")
        if fresh:
            self.refused.hide_errors()
            self.deadline.discard(clause.deadline)
            self.ui.reservation.discard(clause.reservation)
        self._offer(sheet)
        for field, show in self._shows(clause).items():
            if fresh or (field not in refused and not self._is_typing(field)):
                show()
        # first, because what can still be done decides what is said
        self.deadline.set_editable(sheet.editable)
        self.deadline.show_deadline(clause.deadline, row.due, _offers(row, sheet))
        if fresh:
            self.refused.put_back(clause.id)
        self.upstream.show_row(row, sheet)
        self._show_parts(clause)
        if was_taken_over(sheet.version):
            # nobody told of it, and what is stored instead would be read as told
            self.ui.adoptionField.hide()
        self._set_editable(sheet.editable)

    def _shows(self, clause: Clause) -> dict[str, Callable[[], None]]:
        """Return for each field the function that shows its stored value."""
        return {
            "kind": lambda: self.ui.kind.set_value(clause.kind.value),
            "axis": lambda: self.ui.axis.set_value(_text(clause.axis_id)),
            "executor": lambda: self.ui.executor.set_value(_text(clause.executor_unit_id)),
            "cooperating": lambda: self.ui.cooperating.set_values(cooperating_keys(clause)),
            "owner": lambda: self.ui.owner.set_value(owner_key(clause)),
            "adoption": lambda: self.ui.adoption.set_value(clause.adoption.value),
            "reservation": lambda: self.ui.reservation.show_stored(clause.reservation),
            "votes": lambda: self._show_votes(clause),
            "classification": lambda: self.ui.classification.set_value(class_key(clause.classification)),
            "upstream": lambda: self.ui.upstream.set_value(_text(clause.upstream_id)),
        }

    def _offer(self, sheet: MinutesSheet) -> None:
        choices = sheet.choices
        self.ui.axis.set_options(axis_options(choices))
        self.ui.executor.set_options(unit_options(choices, self))
        self.ui.cooperating.set_options(cooperating_options(choices))
        self.ui.owner.set_options(owner_options(choices, self))
        self.ui.upstream.set_options(upstream_options(choices))

    def _show_parts(self, clause: Clause) -> None:
        resolution, counted = clause.is_resolution, clause.adoption is not AdoptionKind.UNANIMOUS
        for name, field in self._fields.items():
            field.setVisible(resolution or name in OF_EVERY_CLAUSE)
        for part in (self.deadline, self.upstream):
            part.setVisible(resolution)
        self.ui.reservationField.setVisible(resolution and clause.adoption is AdoptionKind.WITH_RESERVATION)
        self.ui.votesHolder.setVisible(resolution and (counted or "votes" in self.refused.of(clause.id)))

    def _set_editable(self, editable: bool) -> None:
        for field in self._fields.values():
            field.setEnabled(editable)
        self.ui.votesHolder.setEnabled(editable)

    def _is_typing(self, field: str) -> bool:
        """Whether a field holds incomplete input."""
        choices = {
            "axis": self.ui.axis,
            "executor": self.ui.executor,
            "owner": self.ui.owner,
            "upstream": self.ui.upstream,
        }
        choice = choices.get(field)
        if choice is not None:
            return choice.has_error()
        return field == "cooperating" and bool(self.ui.cooperating.line().text().strip())

    # ---- refusals

    def show_refusal(self, clause_id: int, field: str, text: str) -> bool:
        """Show the error beside its field and keep the input; return whether there is such a field."""
        shown = self._clause is not None and self._clause.id == clause_id
        return shown and self.refused.keep(clause_id, field, text)

    def clear_refusal(self, clause_id: int, field: str) -> None:
        """Hide the error of a field after its value was stored."""
        shown = self._clause is not None and self._clause.id == clause_id
        self.refused.drop(clause_id, field, shown=shown)

    def forget_refused(self) -> None:
        """Discard all refused input."""
        self.refused.forget()

    def is_dirty(self) -> bool:
        """Whether a field holds unsaved input; the reservation text is not counted."""
        clause, ui = self._clause, self.ui
        if clause is None or not ui.kindField.isEnabled():
            return False
        votes = tuple("" if one is None else persian_digits(one) for one in (clause.votes_for, clause.votes_against))
        typed = (ui.votesFor.text(), ui.votesAgainst.text())
        return bool(self.unfinished() or self.refused.of(clause.id)) or votes != typed

    def unfinished(self) -> int:
        """Return the number of fields with incomplete input."""
        if not self.isVisibleTo(self.window()):
            return 0
        shown = [name for name, field in self._fields.items() if field.isVisibleTo(self)]
        return sum(map(self._is_typing, shown)) + int(self.deadline.isVisibleTo(self) and self.deadline.has_error())

    def flush(self) -> None:
        """Save everything typed."""
        if self._clause is not None:
            self.ui.reservation.settle()
            self.deadline.settle()
            self._votes_changed()

    def focus_field(self, field: str) -> None:
        """Focus a field."""
        if field == "deadline":
            self.deadline.focus_editor()
        elif field in self._fields:
            self._fields[field].setFocus()

    # ---- edits

    def _stored(self) -> Clause:
        if self._clause is None:
            raise LookupError("no clause is shown")
        return self._clause

    def _edit(self, field: str, **facts: object) -> None:
        if self._clause is not None and self.isEnabled():
            edited = replace(self._clause, **facts)  # type: ignore[arg-type]
            self.hand_over(lambda: self._signals.clause_edited.emit(edited, field))

    def _cooperating_changed(self, keys: tuple[str, ...]) -> None:
        units = tuple(int(key) for key in keys if key != ALL)
        self._edit("cooperating", cooperating=units, all_units=ALL in keys)

    def _owner_changed(self, key: str | None) -> None:
        unit_id, person_id = owner_of(key)
        self._edit("owner", owner_unit_id=unit_id, owner_person_id=person_id)

    def _show_votes(self, clause: Clause) -> None:
        for line, count in ((self.ui.votesFor, clause.votes_for), (self.ui.votesAgainst, clause.votes_against)):
            if not line.hasFocus():
                line.set_text("" if count is None else persian_digits(count))

    def _votes_changed(self) -> None:
        if self._clause is None:
            return
        lines = (self.ui.votesFor, self.ui.votesAgainst)
        texts = [latin_digits(line.text().strip()) for line in lines]
        if not all(map(_is_count, texts)):
            self.refused.say("votes", words.VOTES_NOT_NUMBER)
            return
        first, second = (int(text) if text else None for text in texts)
        stored = (self._clause.votes_for, self._clause.votes_against)
        if (first, second) != stored or self.ui.votesForField.error():
            self._edit("votes", votes_for=first, votes_against=second)


def _text(key: int | None) -> str | None:
    return None if key is None else str(key)


def _is_count(text: str) -> bool:
    return not text or (text.isdecimal() and len(text) <= 4)


def _offers(row: ClauseRow, sheet: MinutesSheet) -> tuple[DeadlineOffer, ...]:
    """Return working days near a deadline on a holiday, while it may be changed."""
    day = sheet.meeting.day
    return offers_instead(row.due, day, sheet.calendar) if row.due and day and sheet.editable else ()
