"""A section as a step of the first start: kept as it is typed, and asked for completeness only when it is left so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from desktop_app.controllers.settings.section import Section, SectionView
from desktop_app.domain.rules.founding import Faults, FoundingDraft
from desktop_app.services.outcome import Outcome
from desktop_app.services.ports import Changed

Values = TypeVar("Values")


class FoundingSession:
    """The draft that all steps write into, as it was read and kept last."""

    def __init__(self, read: Callable[[], FoundingDraft], keep: Callable[[FoundingDraft], None]) -> None:
        self._read, self._keep = read, keep
        self.draft = FoundingDraft()

    def load(self) -> None:
        """Read the draft where it was left."""
        self.draft = self._read()

    def put(self, draft: FoundingDraft) -> None:
        """Keep another one; raises ``EnvironmentProblem`` and stays as it was where it cannot be kept."""
        if draft != self.draft:
            self._keep(draft)
            self.draft = draft


class DraftSection(Section[Values], Generic[Values]):
    """``part`` is what a draft holds for this form, ``put`` a draft with other values of it."""

    def __init__(
        self,
        view: SectionView[Values],
        session: FoundingSession,
        *,
        part: Callable[[FoundingDraft], Values],
        put: Callable[[FoundingDraft, Values], FoundingDraft],
        asked: Callable[[FoundingDraft], Faults],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(
            view,
            read=lambda: part(session.draft),
            write=self._write_draft,
            check=lambda values: asked(put(session.draft, values)),
            parent=parent,
        )
        self._session, self._put, self._part = session, put, part

    def load(self) -> None:
        """Show the draft; a form that shows it already keeps what can be undone in it, and what is no day yet."""
        if self._seen is None or self._view.values() != self._part(self._session.draft):
            super().load()

    def keep(self) -> None:
        """Keep what is typed, whole or not; nothing in the form changes."""
        self._session.put(self.preview())

    def preview(self) -> FoundingDraft:
        """The draft with what stands in the form now."""
        return self._put(self._session.draft, self._view.values()) if self._seen is not None else self._session.draft

    def _write_draft(self, values: Values, _seen: Values) -> Outcome:
        self._session.put(self._put(self._session.draft, values))
        return Outcome(changed=Changed.NOTHING)
