"""Form that asks what becomes of each agenda item that was not reached: next meeting, parked, or left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.read_models.sheets import AgendaRow, MinutesSheet
from desktop_app.domain.rules.meetings import AgendaItem, DispositionKind
from desktop_app.domain.rules.minutes import ItemDisposition
from desktop_app.domain.text.digits import latin_digits
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.widgets.feedback.form_sheet import FormSheet
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.segmented import Segment, SegmentedSwitch
from desktop_app.widgets.lists.finding_list import FindingList
from desktop_app.widgets.shell.shortcuts import add_action
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP, Tone
from desktop_app.window.minutes.signals import MinutesSignals
from desktop_app.words import carrying as words
from desktop_app.words import widgets as widget_words

_KEYS = {str(place): kind for place, kind in enumerate(words.KINDS, start=1)}


class FateRow(QWidget):
    """One item with its three choices, and the reason for the third; `walked` asks for the row below or above."""

    changed = Signal()
    walked = Signal(int)

    def __init__(self, row: AgendaRow, usual: DispositionKind | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item: AgendaItem = row.item
        self.switch = SegmentedSwitch(
            segments=[Segment(kind, words.with_key(int(key), words.KINDS[kind])) for key, kind in _KEYS.items()],
            name=words.choice_for(row.item.title),
        )
        self.switch.setObjectName(f"fate_{row.item.id}")
        self.choice = Field(label=row.item.title, editor=self.switch)
        self.reason = LineField()
        self.reason.setObjectName(f"fateReason_{row.item.id}")
        self.why = Field(label=words.REASON, editor=self.reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.choice)
        column.addWidget(self.why)
        kind = row.fate.kind if row.fate is not None else usual
        self.switch.set_value(kind.value if kind is not None else None)
        self.reason.set_text(row.fate.reason if row.fate is not None else "")
        self.switch.set_keys_first(self._take_key)
        self.switch.chosen.connect(self._show_needed)
        self.reason.textChanged.connect(self.changed)
        self._show_needed()

    def kind(self) -> DispositionKind | None:
        """Return what was chosen."""
        key = self.switch.value()
        return DispositionKind(key) if key is not None else None

    def reason_text(self) -> str:
        """Return the typed reason of an item that is left out."""
        return self.reason.text().strip() if self.kind() is DispositionKind.LEFT else ""

    def focus(self) -> None:
        """Give the keyboard to the choices."""
        self.switch.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refusal(self, field: str, text: str) -> None:
        """Show the error under the choices or under the reason, and give that the keyboard."""
        holder, editor = (self.why, self.reason) if field == "reason" else (self.choice, self.switch)
        holder.set_error(text)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.walked.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
            return True
        kind = _KEYS.get(latin_digits(event.text()))
        if kind is None:
            return False
        self.switch.choose(kind)
        if self.kind() is DispositionKind.LEFT:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.walked.emit(1)
        return True

    def _show_needed(self) -> None:
        self.choice.clear_error()
        self.why.setVisible(self.kind() is DispositionKind.LEFT)
        self.changed.emit()


class FateSheet(FormSheet):
    """The form over the page; `sent` carries what was decided."""

    sent = Signal(object)

    def __init__(self, sheet: MinutesSheet, *, save: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=words.TITLE, context=words.WHY, width=640)
        self.setObjectName("fateSheet")
        self.draft_place = DraftField("minutes_version", sheet.version.id, "fates")
        self._version_id = sheet.version.id
        usual = DispositionKind.NEXT if sheet.inquorate else None
        rows = [block.row for block in sheet.blocks if block.row.is_unreached]
        self.rows = [FateRow(row, usual) for row in rows]
        self._findings = FindingList()
        for row in self.rows:
            self.body.addWidget(row)
            row.walked.connect(self._walk)
            row.changed.connect(lambda: self._findings.show_findings([]))
        self.body.addWidget(self._findings)
        button = self.add_action(save, ButtonKind.FILLED, icon="check", hint="Ctrl+Enter")
        button.setObjectName("saveFates")
        button.clicked.connect(self.save)
        add_action(self, save, ("Ctrl+Return", "Ctrl+Enter"), self.save)
        self.add_action(widget_words.CANCEL).clicked.connect(self.leave)
        self.begin()
        first = next((row for row in self.rows if row.kind() is None), self.rows[0] if self.rows else None)
        if first is not None:
            first.focus()

    def content(self) -> object:
        """The choices and the typed reasons."""
        return tuple((row.switch.value(), row.reason.text().strip()) for row in self.rows)

    def warn(self, text: str) -> None:
        """Show a warning above the buttons."""
        self._findings.show_findings([(text, Tone.WARNING)])

    def save(self) -> None:
        """Emit what was decided, unless an item has no choice yet."""
        decided = []
        for row in self.rows:
            kind = row.kind()
            if kind is None:
                row.show_refusal("", words.NOT_CHOSEN)
                return
            decided.append(
                ItemDisposition(
                    minutes_version_id=self._version_id,
                    agenda_item_id=row.item.id,
                    kind=kind,
                    reason=row.reason_text(),
                )
            )
        self.hand_over(lambda: self.sent.emit(decided))

    def show_refusal(self, field: str, text: str) -> bool:
        """Show the refusal under the reason that it is about, else above the buttons."""
        empty = [row for row in self.rows if row.kind() is DispositionKind.LEFT and not row.reason_text()]
        if field == "reason" and empty:
            empty[0].show_refusal(field, text)
        else:
            self._findings.show_findings([(text, Tone.DANGER)])
        return True

    def _walk(self, step: int) -> None:
        focused = self.focusWidget()
        here = next((at for at, row in enumerate(self.rows) if focused is not None and row.isAncestorOf(focused)), 0)
        self.rows[max(0, min(here + step, len(self.rows) - 1))].focus()


class FateForms(QObject):
    """Opens the form over the page, and closes it when the decisions are stored."""

    def __init__(
        self,
        owner: QWidget,
        sheet: Callable[[], MinutesSheet | None],
        flush: Callable[[], None],
        signals: MinutesSignals,
    ) -> None:
        super().__init__(owner)
        self._owner, self._sheet, self._flush, self._signals = owner, sheet, flush, signals
        self.sheet: FateSheet | None = None
        signals.fates_requested.connect(lambda: self.open_form(words.SAVE, signals.fates_sent.emit))

    def open_form(self, save: str, send: Callable[[Sequence[ItemDisposition]], object]) -> None:
        """Save what is typed and open the form; ``save`` is the label of its button, ``send`` gets the decisions."""
        self._flush()
        shown = self._sheet()
        if shown is None or not shown.editable or not any(block.row.is_unreached for block in shown.blocks):
            return
        form = FateSheet(shown, save=save, parent=self._owner.window())
        form.sent.connect(send)
        form.finished.connect(lambda _result: self._forget(form))
        self.sheet = form
        form.open()

    def show_refusal(self, field: str, text: str) -> bool:
        """Show the error in the open form; return whether one is open."""
        return self.sheet is not None and self.sheet.show_refusal(field, text)

    def close_form(self) -> None:
        """Close the form after the decisions were stored."""
        if self.sheet is not None:
            self.sheet.accept()

    def _forget(self, form: FateSheet) -> None:
        self.sheet = None
        form.deleteLater()
