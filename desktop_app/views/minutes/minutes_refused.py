"""Refused values of the inspector: each waits with its clause, and stands in its field when the clause comes again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desktop_app.forms.resolution_inspector import Ui_ResolutionInspector
from desktop_app.views.minutes.minutes_deadline import DeadlineEditor
from desktop_app.widgets.fields.field import Field

DEADLINE = "deadline"


class RefusedValues:
    """Keeps what was typed and why it was refused, by clause and field."""

    def __init__(self, ui: Ui_ResolutionInspector, deadline: DeadlineEditor, fields: Mapping[str, Field]) -> None:
        self._ui = ui
        self._deadline = deadline
        self._fields = fields
        self._kept: dict[int, dict[str, tuple[object, str]]] = {}

    def of(self, clause_id: int) -> frozenset[str]:
        """Fields of a clause whose values were refused."""
        return frozenset(self._kept.get(clause_id, {}))

    def keep(self, clause_id: int, field: str, text: str) -> bool:
        """Keep what stands in a field and say why it was refused; whether there is such a field."""
        if field != DEADLINE and field not in self._fields:
            return False
        self._kept.setdefault(clause_id, {})[field] = (self._value(field), text)
        self.say(field, text)
        return True

    def drop(self, clause_id: int, field: str, *, shown: bool) -> None:
        """What stood in a field is stored now."""
        self._kept.get(clause_id, {}).pop(field, None)
        if shown:
            self.say(field, "")

    def put_back(self, clause_id: int) -> None:
        """The clause comes again, and with it what was typed."""
        for field, (value, text) in self._kept.get(clause_id, {}).items():
            self._put_back(field, value)
            self.say(field, text)

    def forget(self) -> None:
        """Keep nothing any more."""
        self._kept.clear()
        self.silence()

    def silence(self) -> None:
        """No field says anything."""
        for field in (DEADLINE, *self._fields):
            self.say(field, "")

    def say(self, field: str, text: str) -> None:
        """Say beside a field why it was refused; nothing takes the sentence away."""
        if field == DEADLINE:
            if text:
                self._deadline.show_refusal(text)
            else:
                self._deadline.clear_refusal()
        elif field in self._fields and text:
            self._fields[field].set_error(text)
            self._fields[field].setVisible(True)
        elif field in self._fields:
            self._fields[field].clear_error()

    def _value(self, field: str) -> object:
        ui = self._ui
        takes: dict[str, Callable[[], object]] = {
            "axis": ui.axis.value,
            "executor": ui.executor.value,
            "cooperating": ui.cooperating.values,
            "owner": ui.owner.value,
            "reservation": ui.reservation.text,
            "votes": lambda: (ui.votesFor.text(), ui.votesAgainst.text()),
            "upstream": ui.upstream.value,
            DEADLINE: self._deadline.typed,
        }
        return takes[field]() if field in takes else None

    def _put_back(self, field: str, value: object) -> None:
        ui = self._ui
        puts: dict[str, Callable[[Any], object]] = {
            "axis": ui.axis.set_value,
            "executor": ui.executor.set_value,
            "cooperating": ui.cooperating.set_values,
            "owner": ui.owner.set_value,
            "reservation": ui.reservation.put_back,
            "votes": self._put_votes,
            "upstream": ui.upstream.set_value,
            DEADLINE: self._deadline.put_back,
        }
        if field in puts:
            puts[field](value)

    def _put_votes(self, texts: tuple[str, str]) -> None:
        self._ui.votesFor.set_text(texts[0])
        self._ui.votesAgainst.set_text(texts[1])
