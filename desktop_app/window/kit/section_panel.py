"""Base class of the panels of sections: a message above the form, and refusals beneath its fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.widgets.accessibility.reading_order import bring_into_view
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.fields.drafted import Drafted
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.style.tokens import Tone


class SectionPanel(QWidget, Drafted):
    """A form that edits one frozen dataclass; its fields have the names used in refusals."""

    edited = Signal()
    """The operator changed something, or code did while it showed values."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._named: dict[str, Field] = {}
        self._band = MessageBand(self)
        self._is_changed: Callable[[], bool] = lambda: False

    def show_values(self, values: Any) -> None:  # noqa: ANN401 - each panel has its own dataclass
        """Fill the form."""
        raise NotImplementedError

    def values(self) -> Any:  # noqa: ANN401
        """Return the values in the form; right after :meth:`show_values` they equal the shown ones."""
        raise NotImplementedError

    def set_change_test(self, is_changed: Callable[[], bool]) -> None:
        """Set the function that returns whether the form has unsaved values."""
        self._is_changed = is_changed

    def is_dirty(self) -> bool:
        """Whether typed values are not stored."""
        return self._is_changed()

    def set_fields(self, fields: Mapping[str, Field]) -> None:
        """Set the fields by the names used in refusals, in the order of the form; call it after ``setupUi``."""
        self._named = dict(fields)
        column = self.layout()
        if isinstance(column, QVBoxLayout) and column.indexOf(self._band) < 0:
            column.insertWidget(0, self._band)

    def show_refusal(self, field: str, text: str) -> bool:
        """Show the refusal beneath the field; False if the form has no such field."""
        holder = self._named.get(field)
        if holder is None:
            return False
        day = holder.editor()
        if isinstance(day, JalaliDateEdit) and day.has_error():
            day.finish()
        else:
            holder.set_error(text)
        return True

    def show_message(self, text: str) -> None:
        """Show a message above the form; an empty text hides it."""
        self._band.show_message(text, "", Tone.DANGER) if text else self._band.setVisible(False)

    def unreadable(self) -> bool:
        """Whether a date field holds an invalid day."""
        days = (holder.editor() for holder in self._named.values())
        return any(isinstance(day, JalaliDateEdit) and day.has_error() for day in days)

    def clear_refusals(self) -> None:
        """Remove all refusals."""
        for holder in self._named.values():
            holder.clear_error()

    def go_to(self, field: str) -> None:
        """Give the keyboard to a field; to the first one if the name is empty or unknown."""
        holder = self._named.get(field) or next(iter(self._named.values()), None)
        if holder is not None:
            (holder.editor() or holder).setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(holder)

    def undo_edit(self) -> bool:
        """Undo the last change that no field undoes by itself; return whether there was one."""
        return False

    def redo_edit(self) -> bool:
        """Redo the last undone change; return whether there was one."""
        return False

    def emit_edited(self, *_values: object) -> None:
        """Emit ``edited``; connected to every control that the operator edits."""
        self.edited.emit()
