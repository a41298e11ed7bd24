"""A section as a step of the first start: kept as it is typed, and asked for completeness only when it is left so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject

from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.founding import Faults, FoundingDraft, FoundingStep
from desktop_app.services.context import Context
from desktop_app.services.office.founding import faults_of, keep_draft, proposal_from, read_draft
from desktop_app.window.kit.section import Section
from desktop_app.window.kit.section_panel import SectionPanel


class FoundingSession:
    """The draft that all steps write into, as it was read and kept last; ``facts`` propose what nobody typed yet."""

    def __init__(self, context: Context, facts: Mapping[str, Any]) -> None:
        self.context = context
        self._proposal = proposal_from(facts)
        self.settings: Mapping[str, Any] = facts["settings"]
        """What is proposed for the settings of the office."""
        self.draft = FoundingDraft()

    def load(self) -> None:
        """Read the draft where it was left."""
        self.draft = read_draft(self.context, self._proposal)

    def put(self, draft: FoundingDraft) -> None:
        """Keep another one; raises ``EnvironmentProblem`` and stays as it was where it cannot be kept."""
        if draft != self.draft:
            keep_draft(self.context, draft)
            self.draft = draft

    def asked(self, draft: FoundingDraft, step: FoundingStep) -> Faults:
        """What a step of a draft still asks for."""
        return faults_of(self.context.paper, draft, step, self.context.clock.today())


class DraftSection(Section[Any]):
    """The form of the part of the draft that bears the name of its step."""

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
        """Show the draft; a form that shows it already keeps what can be undone in it, and what is no day yet."""
        if self._seen is None or self.panel.values() != self._read(self._context):
            super().load()

    def preview(self) -> FoundingDraft:
        """The draft with what stands in the form now."""
        return self._draft_with(self.panel.values()) if self._seen is not None else self._session.draft

    # ---- inside

    def _draft_with(self, values: object) -> FoundingDraft:
        part: dict[str, Any] = {self._step.value: values}
        return replace(self._session.draft, **part)

    def _write_draft(self, _context: Context, values: object, _seen: object) -> Outcome:
        self._session.put(self._draft_with(values))
        return Outcome(changed=Changed.NOTHING)
