"""Base class of the panels of sections: a message above the form, and refusals beside their fields."""

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
    """A form over one frozen dataclass, with its fields by the names that refusals know them by."""

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
        """What the form holds now; after :meth:`show_values` equal to what was shown, also in its blanks."""
        raise NotImplementedError

    def tell_dirty(self, is_changed: Callable[[], bool]) -> None:
        """Who knows whether what stands here is stored."""
        self._is_changed = is_changed

    def is_dirty(self) -> bool:
        """Whether something is typed that is not stored."""
        return self._is_changed()

    def set_fields(self, fields: Mapping[str, Field]) -> None:
        """The fields by the name that refusals know them by, in the order of the form; after ``setupUi``."""
        self._named = dict(fields)
        column = self.layout()
        if isinstance(column, QVBoxLayout) and column.indexOf(self._band) < 0:
            column.insertWidget(0, self._band)

    def show_refusal(self, field: str, text: str) -> bool:
        """Say it beside the field, which says itself what is no day; False where the form has no such field."""
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
        """Say above the form what belongs to no field; an empty text takes it away."""
        self._band.show_message(text, "", Tone.DANGER) if text else self._band.setVisible(False)

    def unreadable(self) -> bool:
        """Whether a day is typed that is none."""
        days = (holder.editor() for holder in self._named.values())
        return any(isinstance(day, JalaliDateEdit) and day.has_error() for day in days)

    def clear_refusals(self) -> None:
        """Take every refusal away."""
        for holder in self._named.values():
            holder.clear_error()

    def go_to(self, field: str) -> None:
        """The keyboard to a field; to the first one where the name is empty or unknown."""
        holder = self._named.get(field) or next(iter(self._named.values()), None)
        if holder is not None:
            (holder.editor() or holder).setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(holder)

    def undo_edit(self) -> bool:
        """Take back the last change that no field takes back by itself; whether there was one."""
        return False

    def redo_edit(self) -> bool:
        """Make the change again that was taken back last; whether there was one."""
        return False

    def tell_edited(self, *_values: object) -> None:
        """To be connected to every control that the operator edits."""
        self.edited.emit()
