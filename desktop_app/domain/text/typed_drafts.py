"""Typed drafts: unsaved text of fields, stored so that a crash does not lose it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Final

ACTION_FORM: Final = "deed_"
"""Before the key of an action it names the form of that action; drafts of users lie under it, so the old word stays."""


@dataclass(frozen=True, slots=True)
class DraftField:
    """The field of a draft: the kind of record, its id (0 for a new one), the form and the field.

    ``uid`` is the record's own where the place was read from storage; storage finds it by the id otherwise.
    ``found`` is 0 where it is typed in this run; what starts of the program found is numbered by the start, so that
    typing in the same field never takes its place.
    """

    kind: str
    record_id: int
    field: str
    uid: str = dataclasses.field(default="", compare=False)
    found: int = 0

    @property
    def form(self) -> tuple[str, int, str]:
        """The form of the field; a field name is the form name, a point, and its own name."""
        return self.kind, self.record_id, self.field.partition(".")[0]

    @property
    def name(self) -> str:
        """The field's own name."""
        return self.field.partition(".")[2]


@dataclass(frozen=True, slots=True)
class TypedDraft:
    """A stored draft: its field, the typed text, and the instant of storing."""

    place: DraftField
    content: str
    at: str
    gone: bool = False
    """Whether the record that it is about is no longer there."""
    changed: bool = False
    """Whether the record was changed after the draft was kept."""


@dataclass(frozen=True, slots=True)
class DraftPage:
    """The page that shows a record, and that record; an empty kind when there is no page."""

    kind: str = ""
    id: int = 0
    item_id: int = 0
    meeting_id: int = 0
    name: str = ""
    """What the record is called."""
    frozen: bool = False


@dataclass(frozen=True, slots=True)
class FormDrafts:
    """Drafts of one form from an earlier run, and the page of the form."""

    drafts: tuple[TypedDraft, ...]
    way: DraftPage
    meeting: int | None = None
    """The number of its meeting, where it belongs to one."""
    locked: bool = False
    """Whether the record is final, gone, or was changed since: its text is shown, and nothing is written over."""

    @property
    def form(self) -> DraftField:
        """The form of the drafts."""
        kind, record_id, name = self.drafts[0].place.form
        return DraftField(kind, record_id, name, self.drafts[0].place.uid)

    @property
    def at(self) -> str:
        """The instant of the newest draft."""
        return max(draft.at for draft in self.drafts)
