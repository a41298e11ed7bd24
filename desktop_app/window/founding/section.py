"""A settings section used as a step of the first start, and the step of the representatives.

A section is kept as it is typed, and asked for completeness only when it is left so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.committee import PartyCode
from desktop_app.domain.rules.founding import Faults, FoundingDraft, FoundingStep, SeatValues
from desktop_app.domain.rules.members import SeatRole
from desktop_app.services.context import Context
from desktop_app.services.office.founding import faults_of, keep_draft, proposal_from, read_draft
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.style.tokens import GAP, Ink, TextRole
from desktop_app.window.founding.grouped_rows import Group, GroupedRows
from desktop_app.window.kit.section import Section
from desktop_app.window.kit.section_panel import SectionPanel
from desktop_app.window.kit.typed_fields import FieldRow
from desktop_app.words import founding as words

LABELS: Final = {
    "title": words.SEAT,
    "name": words.PERSON,
    "letter_number": words.LETTER_NUMBER,
    "letter_day": words.LETTER_DAY,
}
STRETCHES: Final = (3, 5, 4, 5)
"""How the columns share the width: seat, person, number, day."""
LEAST_WIDTH: Final = 72


class SeatsStep(GroupedRows):
    """Step of the representatives, a row for each seat, the governorate first; a row without a name is a proposal."""

    def __init__(self, dates: DateSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dates = dates
        self._grids = {self._group(code): _grid() for code in PartyCode}
        self.add_groups({self._group(code): words.PARTIES[code] for code in PartyCode}, self._grids)

    def group_of(self, values: SeatValues) -> Group:
        """Return the party of a seat."""
        return self._group(values.party)

    def new_values(self, group: Group) -> SeatValues:
        """Return the values of one more member."""
        return SeatValues(party=group[0], role=SeatRole.MEMBER, title=words.NEW_SEAT)

    def make_row(self, values: SeatValues, group: Group, place: int) -> FieldRow:
        """Create a row of the grid."""
        labels = {name: f"{label}، {words.PARTIES[values.party]}" for name, label in LABELS.items()}
        editors = (LineField(), LineField(), LineField(), JalaliDateEdit(source=self._dates))
        row = FieldRow(values, labels, editors, self.emit_edited)
        for column, field in enumerate(row.fields.values()):
            field.setMinimumWidth(LEAST_WIDTH)
            self._grids[group].addWidget(field, place + 1, column, Qt.AlignmentFlag.AlignTop)
        return row

    def drop_row(self, row: FieldRow) -> None:
        """Remove the fields of a row from the grid."""
        for field in row.fields.values():
            self._grids[self.group_of(row.kept)].removeWidget(field)
            field.hide()
            field.deleteLater()

    def go_to(self, field: str) -> None:
        """Give the keyboard to a field, or to the first name if the field is unknown."""
        super().go_to(field or "name.0")

    @staticmethod
    def _group(code: PartyCode) -> Group:
        return code, None


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(0)
    for column, (label, stretch) in enumerate(zip(LABELS.values(), STRETCHES, strict=True)):
        grid.addWidget(TextLabel(text=label, role=TextRole.LABEL, ink=Ink.SECOND), 0, column)
        grid.setColumnStretch(column, stretch)
    return grid


class FoundingSession:
    """The draft that all steps change, as last stored; ``facts`` propose values for empty fields."""

    def __init__(self, context: Context, facts: Mapping[str, Any]) -> None:
        self.context = context
        self._proposal = proposal_from(facts)
        self.settings: Mapping[str, Any] = facts["settings"]
        """What is proposed for the settings of the office."""
        self.draft = FoundingDraft()

    def load(self) -> None:
        """Read the stored draft."""
        self.draft = read_draft(self.context, self._proposal)

    def put(self, draft: FoundingDraft) -> None:
        """Store a draft; raises ``EnvironmentProblem`` and keeps the old one if it cannot be stored."""
        if draft != self.draft:
            keep_draft(self.context, draft)
            self.draft = draft

    def asked(self, draft: FoundingDraft, step: FoundingStep) -> Faults:
        """Return what a step of a draft still needs."""
        return faults_of(self.context.paper, draft, step, self.context.clock.today())


class DraftSection(Section[Any]):
    """The form of one part of the draft, named after its step."""

    def __init__(
        self, panel: SectionPanel, session: FoundingSession, step: FoundingStep, parent: QObject | None = None
    ) -> None:
        super().__init__(
            panel,
            session.context,
            read=lambda _context: getattr(session.draft, step.value),
            write=self._write_draft,
            check=lambda _context, values: session.asked(self._draft_with(values), step),
            parent=parent,
        )
        self._session, self._step = session, step

    def load(self) -> None:
        """Show the draft; keep the undo and invalid days of a form that already shows it."""
        if self._seen is None or self.panel.values() != self._read(self._context):
            super().load()

    def preview(self) -> FoundingDraft:
        """Return the draft with the present contents of the form."""
        return self._draft_with(self.panel.values()) if self._seen is not None else self._session.draft

    # ---- inside

    def _draft_with(self, values: object) -> FoundingDraft:
        part: dict[str, Any] = {self._step.value: values}
        return replace(self._session.draft, **part)

    def _write_draft(self, _context: Context, values: object, _seen: object) -> Outcome:
        self._session.put(self._draft_with(values))
        return Outcome(changed=Changed.NOTHING)
