"""The effects of a clause on earlier resolutions: their lines under its text, and the form that adds one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.calendar.jalali import format_words
from desktop_app.domain.read_models.sheets import ClauseRow, FollowUp, MinutesSheet
from desktop_app.domain.rules.minutes import ClauseEffect, EffectKind
from desktop_app.domain.text.digits import record_number
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.date_source import DateSource, no_calendar
from desktop_app.widgets.fields.folded_completer import Option
from desktop_app.widgets.shell.card import clear_layout
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP, Ink, TextRole
from desktop_app.window.kit.record_sheet import FieldsSheet, SheetSpec, Values, day_in, text_in
from desktop_app.window.kit.spec_fields import FieldKind, FieldSpec
from desktop_app.window.minutes.signals import MinutesSignals
from desktop_app.words import effects as words
from desktop_app.words.lists import with_class

_AGREED = "agreed"
Suggestion = tuple[EffectKind, int]
"""A kind of effect, and the id of the resolution."""


def effect_text(kind: EffectKind, number: str, day: date | None) -> str:
    """Return an effect in one line: «تمدید مهلت مصوبهٔ … تا …»."""
    return words.effect(kind, record_number(number), format_words(day) if day is not None else "")


def finalising_text(sheet: MinutesSheet) -> str:
    """Return what finalising does to earlier resolutions, and what a correction takes back; empty if nothing."""
    ahead, back = (
        [effect_text(one.kind, number, one.day) for one, number in effects]
        for effects in (sheet.effects_ahead, sheet.effects_back)
    )
    return "\n".join([*words.listed(words.AHEAD, ahead), *words.listed(words.BACK, back)])


class EffectLines(QWidget):
    """The effects of one clause, each with a button that removes it; or a button that offers the suggested effect."""

    def __init__(self, signals: MinutesSignals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signals = signals
        self._shown: object = ((), None, True)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)

    def show_row(self, row: ClauseRow, *, editable: bool) -> None:
        """Show the effects of a clause, or the suggested one."""
        suggested = row.suggested if editable else None
        self.setVisible(bool(row.effects) or suggested is not None)
        content = (row.effects, suggested, editable)
        if content == self._shown:
            return
        self._shown = content
        clear_layout(self._lines)
        for effect, number in row.effects:
            self._lines.addWidget(self._line(effect, number, editable=editable))
        if suggested is not None:
            self._lines.addWidget(self._offer(row.clause.id, *suggested))

    def _line(self, effect: ClauseEffect, number: str, *, editable: bool) -> QWidget:
        text = effect_text(effect.kind, number, effect.day)
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(TextLabel(text=words.labelled(text), role=TextRole.NOTE, ink=Ink.SECOND, wrap=True), 1)
        if editable:
            remove = Button(text=words.REMOVE, kind=ButtonKind.QUIET, icon="x", compact=True, small=True)
            remove.setObjectName(f"effectRemove{effect.id}")
            remove.setAccessibleName(words.removed(text))
            remove.clicked.connect(lambda: self._signals.effect_removed.emit(effect.id, text))
            line.addWidget(remove)
        return made

    def _offer(self, clause_id: int, kind: EffectKind, resolution_id: int, number: str) -> Button:
        button = Button(
            text=words.offer(effect_text(kind, number, None)),
            kind=ButtonKind.QUIET,
            icon="link",
            compact=True,
            small=True,
        )
        button.setObjectName(f"effectOffer{clause_id}")
        button.setAccessibleName(button.text())
        button.clicked.connect(lambda: self._signals.effect_requested.emit(clause_id, (kind, resolution_id)))
        return button


class EffectForm(FieldsSheet):
    """The form of a new effect; the fields for a new deadline and for missing reports show where they are needed."""

    sent = Signal(object, object)
    """The effect, and the ids of the tasks that it accepts without a report."""

    def __init__(
        self, clause_id: int, resolutions: Sequence[FollowUp], suggested: Suggestion | None, dates: DateSource,
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(_spec(clause_id, resolutions, suggested), dates, parent)
        self._clause_id = clause_id
        self._resolutions = resolutions
        self.saved.connect(self._send)
        self.fields.edited.connect(self._show_needed)
        self._show_needed()

    def _send(self, values: Values) -> None:
        one = _chosen(self._resolutions, values)
        if one is None:
            self.show_refusal("resolution", words.NO_RESOLUTION)
            return
        kind = _kind(values)
        effect = ClauseEffect(
            clause_id=self._clause_id, resolution_id=one.resolution_id, kind=kind, day=day_in(values, "day")
        )
        agreed = kind is EffectKind.ACCEPT and values["unreported"] == _AGREED
        self.sent.emit(effect, tuple(task_id for task_id, _unit in one.unreported) if agreed else ())

    def _show_needed(self) -> None:
        values = self.fields.values()
        one, kind = _chosen(self._resolutions, values), _kind(values)
        missing = [unit for _task, unit in one.unreported] if one is not None else []
        self.fields.field("day").setVisible(kind is EffectKind.EXTEND)
        unreported = self.fields.field("unreported")
        unreported.setVisible(kind is EffectKind.ACCEPT and bool(missing))
        unreported.set_hint(words.unreported(missing))


class EffectForms(QObject):
    """Opens the form for an effect over the page, and closes it when the effect is stored."""

    def __init__(
        self,
        owner: QWidget,
        sheet: Callable[[], MinutesSheet | None],
        flush: Callable[[], None],
        signals: MinutesSignals,
    ) -> None:
        super().__init__(owner)
        self._owner, self._sheet, self._flush, self._signals = owner, sheet, flush, signals
        self._dates = no_calendar()
        self.form: EffectForm | None = None
        signals.effect_requested.connect(self.open_form)

    def set_source(self, source: DateSource) -> None:
        """Set the calendar of the date field."""
        self._dates = source

    def open_form(self, clause_id: int, suggested: Suggestion | None) -> None:
        """Save what is typed and open the form for an effect of a clause."""
        self._flush()
        sheet = self._sheet()
        if sheet is None or not sheet.editable:
            return
        resolutions = [one for one in sheet.follow_up if one.course.is_open]
        form = EffectForm(clause_id, resolutions, suggested, self._dates, self._owner.window())
        form.sent.connect(self._signals.effect_sent)
        form.finished.connect(lambda _result: self._forget(form))
        self.form = form
        form.open()

    def show_refusal(self, field: str, text: str) -> bool:
        """Show the error in the open form; return whether one is open."""
        return self.form is not None and self.form.show_refusal(field, text)

    def close_form(self) -> None:
        """Close the form after the effect was stored."""
        if self.form is not None:
            self.form.accept()

    def _forget(self, form: EffectForm) -> None:
        self.form = None
        form.deleteLater()


def _spec(clause_id: int, resolutions: Sequence[FollowUp], suggested: Suggestion | None) -> SheetSpec:
    kind, resolution_id = suggested if suggested is not None else (EffectKind.EXTEND, None)
    offered = tuple(
        Option(str(one.resolution_id), record_number(one.number), with_class(one.text, one.own_class))
        for one in resolutions
    )
    kinds = tuple(Option(key, label) for key, label in words.KINDS.items())
    return SheetSpec(
        "effectSheet",
        words.TITLE,
        words.WHY if resolutions else words.NOTHING_OPEN,
        (
            (
                FieldSpec(
                    "resolution",
                    words.RESOLUTION,
                    FieldKind.CHOICE,
                    str(resolution_id) if resolution_id is not None else None,
                    options=offered,
                ),
            ),
            (
                FieldSpec("kind", words.KIND, FieldKind.CHOICE, kind.value, options=kinds),
                FieldSpec("day", words.DAY, FieldKind.DAY),
            ),
            (
                FieldSpec(
                    "unreported",
                    words.UNREPORTED,
                    FieldKind.CHOICE,
                    options=(Option(_AGREED, words.ACCEPT_UNREPORTED),),
                ),
            ),
        ),
        DraftField("clause", clause_id, "new_effect"),
        preview_title=words.RESULT,
        preview=partial(_preview, resolutions),
        first="resolution" if resolution_id is None else "day" if kind is EffectKind.EXTEND else "kind",
    )


def _preview(resolutions: Sequence[FollowUp], values: Values) -> str:
    one = _chosen(resolutions, values)
    if one is None:
        return "…"
    now = words.now_due(format_words(one.due)) if one.due is not None else words.NO_DUE
    return words.preview(effect_text(_kind(values), one.number, day_in(values, "day")), one.text, now)


def _chosen(resolutions: Sequence[FollowUp], values: Values) -> FollowUp | None:
    key = text_in(values, "resolution")
    return next((one for one in resolutions if str(one.resolution_id) == key), None)


def _kind(values: Values) -> EffectKind:
    return EffectKind(text_in(values, "kind") or EffectKind.EXTEND)
