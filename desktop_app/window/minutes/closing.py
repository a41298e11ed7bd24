"""The closing part of the minutes: next meeting, closing sentence, originals, lists, confidentiality class."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop_app.domain.rules.minutes import MinutesVersion
from desktop_app.domain.text.digits import latin_digits, persian_digits
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.forms.minutes_closing import Ui_MinutesClosing
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.fields.drafted import Drafted
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.segmented import Segment, SegmentedSwitch
from desktop_app.widgets.fields.writing_area import WritingField
from desktop_app.window.minutes import words
from desktop_app.window.minutes.signals import MinutesSignals
from desktop_app.words import states as state_words

LONG = ("next_agenda", "closing", "attachments", "copies_to")


class ClosingPart(QWidget, Drafted):
    """Form of the closing part; each field is saved on its own."""

    def __init__(self, signals: MinutesSignals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signals = signals
        self._version: MinutesVersion | None = None
        self._refused: set[str] = set()
        self.ui = Ui_MinutesClosing()
        self.ui.setupUi(self)
        ui = self.ui
        ui.classification.set_segments([Segment(key, label) for key, label in state_words.CLASSIFICATIONS.items()])
        ui.urgency.set_segments([Segment(key, label) for key, label in state_words.URGENCIES.items()])
        self._fields: dict[str, Field] = {
            name: getattr(ui, f"{name}Field")
            for name in (*LONG, "next_day", "next_starts_at", "originals", "kept_at", "classification", "urgency")
        }
        for field in self._fields.values():
            # Named from the beginning, and not only when the part is first opened
            field.editor()
        self._hints = {name: str(field.property("hint_text")) for name, field in self._fields.items()}
        self._long: dict[str, WritingField] = {name: getattr(ui, name) for name in LONG}
        for name, area in self._long.items():
            area.settled.connect(lambda text, name=name: self._edit(name, text))
        ui.next_day.finished.connect(self._day_left)
        ui.next_starts_at.editingFinished.connect(self._time_left)
        ui.originals.editingFinished.connect(self._originals_left)
        ui.kept_at.editingFinished.connect(lambda: self._edit("kept_at", ui.kept_at.text()))
        for name, switch in (("classification", ui.classification), ("urgency", ui.urgency)):
            switch.chosen.connect(lambda key, name=name: self._edit(name, key))

    def set_source(self, source: DateSource) -> None:
        """Set the calendar of the date field."""
        self.ui.next_day.set_source(source)

    def show_version(self, version: MinutesVersion, *, editable: bool) -> None:
        """Show the closing part as stored; refused or incomplete input stays."""
        fresh = self._version is None or self._version.id != version.id
        self._version = version
        self.draft_place = DraftField("minutes_version", version.id, "closing_lines")
        for name, area in self._long.items():
            area.draft_place = DraftField("minutes_version", version.id, name)
        ui = self.ui
        if fresh:
            self.forget_typed()
        self._show_long(version, fresh=fresh)
        self._show_next(version)
        self._show_line("originals", ui.originals, persian_digits(version.originals))
        self._show_line("kept_at", ui.kept_at, version.kept_at)
        self._show_switch(ui.classification, version.classification)
        self._show_switch(ui.urgency, version.urgency)
        self._enable(editable=editable)

    def _show_next(self, version: MinutesVersion) -> None:
        """Show date and time of the next meeting unless they hold refused or incomplete input."""
        ui = self.ui
        if "next_day" not in self._refused and not ui.next_day.has_error():
            ui.next_day.set_day(version.next_day)
        if "next_starts_at" not in self._refused and not ui.next_starts_at.has_error():
            ui.next_starts_at.set_time(version.next_starts_at or None)

    def _enable(self, *, editable: bool) -> None:
        for name, box in self._fields.items():
            if box.isEnabled() is not editable:
                # what helps to fill it is for who may
                box.set_hint(self._hints[name] if editable else "")
            box.setEnabled(editable)

    def _show_long(self, version: MinutesVersion, *, fresh: bool) -> None:
        for name, field in self._long.items():
            stored: str = getattr(version, name)
            if fresh:
                field.discard(stored)
            else:
                field.show_stored(stored)

    def show_refusal(self, field: str, text: str) -> None:
        """Show the error beside its field."""
        self._refused.add(field)
        self._fields[field].set_error(text)

    def clear_refusal(self, field: str) -> None:
        """Hide the error of a field after its value was stored."""
        if field in self._refused:
            self._refused.discard(field)
            self._fields[field].clear_notice()

    def forget_typed(self) -> None:
        """Discard refused input."""
        for field in tuple(self._refused):
            self.clear_refusal(field)

    def is_dirty(self) -> bool:
        """Whether a line holds unsaved input; long texts are not counted."""
        version, ui = self._version, self.ui
        if version is None or not ui.kept_atField.isEnabled():
            return False
        if self.unfinished() or ui.next_day.day() != version.next_day:
            return True
        typed = (ui.next_starts_at.time() or "", ui.kept_at.text(), ui.originals.text())
        return typed != (version.next_starts_at, version.kept_at, persian_digits(version.originals))

    def unfinished(self) -> int:
        """Return the number of fields with incomplete input."""
        return int(self.ui.next_day.has_error()) + int(self.ui.next_starts_at.has_error())

    def flush(self) -> None:
        """Save everything typed."""
        for field in self._long.values():
            field.settle()
        self._day_left()
        self._time_left()
        self._originals_left()
        self._edit("kept_at", self.ui.kept_at.text())

    def focus_field(self, field: str) -> None:
        """Focus a field."""
        if field in self._fields:
            self._fields[field].setFocus()

    def _show_line(self, name: str, line: LineField, text: str) -> None:
        if name not in self._refused and line.text() != text:
            line.set_text(text)

    @staticmethod
    def _show_switch(switch: SegmentedSwitch, key: str) -> None:
        if switch.value() != key:
            switch.set_value(key)

    def _edit(self, name: str, value: object) -> None:
        version = self._version
        if version is None or not self._fields[name].isEnabled():
            return
        if name in self._refused or getattr(version, name) != value:
            edited = replace(version, **{name: value})  # type: ignore[arg-type]
            self.hand_over(lambda: self._signals.closing_edited.emit(edited, name))

    def _day_left(self) -> None:
        if not self.ui.next_day.has_error():
            self._edit("next_day", self.ui.next_day.day())

    def _time_left(self) -> None:
        if not self.ui.next_starts_at.has_error():
            self._edit("next_starts_at", self.ui.next_starts_at.time() or "")

    def _originals_left(self) -> None:
        text = latin_digits(self.ui.originals.text().strip())
        if text.isdecimal() and len(text) <= 3:
            self._edit("originals", int(text))
        elif self._fields["originals"].isEnabled() and self._version is not None:
            self.show_refusal("originals", words.ORIGINALS_NOT_NUMBER)
