"""Text fields of a unit: one declaration for its form, row, detail and copied cells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from desktop_app.domain.rules.members import Unit
from desktop_app.domain.text.digits import record_number
from desktop_app.window.kit.spec_fields import FieldKind, FieldSpec
from desktop_app.words import members


@dataclass(frozen=True, slots=True)
class TextField:
    """One text field. ``key`` is its attribute in the entity, ``label`` also the header of its copied column.

    ``shown`` formats a value that is not empty; ``in_row`` returns its words in the row, and None keeps it out of the
    row.
    """

    key: str
    label: str
    hint: str = ""
    kind: FieldKind = FieldKind.LINE
    shown: Callable[[str], str] = str
    in_row: Callable[[str], str] | None = None

    def spec(self, record: Unit) -> FieldSpec:
        """Return the field for the form of the record."""
        return FieldSpec(self.key, self.label, self.kind, getattr(record, self.key), self.hint)

    def text(self, record: Unit) -> str:
        """Return the formatted value, or an empty text."""
        value = getattr(record, self.key)
        return self.shown(value) if value else ""

    def note(self, record: Unit) -> str:
        """Return the wording of the value in the row, or an empty text."""
        text = self.text(record)
        return self.in_row(text) if self.in_row is not None and text else ""


UNIT_TEXTS: Final = (
    TextField("head", members.HEAD, in_row=members.head),
    TextField("liaison", members.LIAISON, in_row=members.liaison),
    TextField("contact", members.CONTACT, members.CONTACT_HINT, shown=record_number, in_row=str),
)
"""In the order of the form. A new text of a unit is one line here."""
