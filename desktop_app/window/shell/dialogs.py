"""Dialogs over the main window: rows that another program changed, and drafts of forms.

A changed row shows its old and new values, to be chosen and accepted. A draft shows its text and what it was typed for,
to be opened, copied or dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.calendar.jalali import format_words
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.text.digits import persian_time
from desktop_app.domain.text.typed_drafts import FormDrafts
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.notice import NoticeLine
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.sheet_dialog import SheetDialog
from desktop_app.widgets.fields.wrapped_boxes import WrappedCheckBox
from desktop_app.widgets.shell.card import CardFrame
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_TIGHT, Ink, TextRole, Tone
from desktop_app.window.shell import words as shell_words
from desktop_app.words import findings as words

_SHOWN = 300
"""Letters of a text that show; the whole of it goes to the clipboard."""


class FormDraftsCard(CardFrame):
    """The drafts of one form in the dialog."""

    opened = Signal()
    dropped = Signal()

    def __init__(self, one: FormDrafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text = "\n".join(draft.content for draft in one.drafts if draft.content.strip())
        shown = text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + "…"
        title = shell_words.title(one.form.kind, one.form.field, one.way.name, one.meeting)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_CARD, GAP_CARD, GAP_CARD, GAP_CARD)
        column.setSpacing(GAP_TIGHT)
        column.addWidget(TextLabel(text=title, role=TextRole.STRONG, wrap=True))
        column.addWidget(TextLabel(text=_moment(one), role=TextRole.NOTE, ink=Ink.SECOND))
        column.addWidget(TextLabel(text=shown, wrap=True))
        self._notice = NoticeLine()
        column.addWidget(self._notice)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(GAP)
        self.open_button = self._add("formDraftsOpen", shell_words.OPEN, "pencil", ButtonKind.OUTLINED)
        self.open_button.setVisible(bool(one.way.kind) and not one.locked)
        self.copy_button = self._add("formDraftsCopy", shell_words.COPY, "copy", ButtonKind.QUIET)
        self.drop_button = self._add("formDraftsDrop", shell_words.DROP, "trash-2", ButtonKind.QUIET)
        self._buttons.addStretch(1)
        column.addLayout(self._buttons)
        self.open_button.clicked.connect(self.opened)
        self.copy_button.clicked.connect(self._copy)
        self.drop_button.clicked.connect(self.dropped)
        if one.locked:
            self.say(shell_words.LOCKED, Tone.WARNING)

    def focus_first(self) -> None:
        """Give the keyboard to the first button."""
        (self.copy_button if self.open_button.isHidden() else self.open_button).setFocus()

    def say(self, text: str, tone: Tone) -> None:
        """Show the result of the action on the drafts."""
        self._notice.show_notice(text, tone)

    def end(self, text: str) -> None:
        """Disable the buttons after the drafts are dealt with."""
        self.say(text, Tone.NEUTRAL)
        for button in (self.open_button, self.drop_button):
            button.setEnabled(False)

    def _add(self, name: str, text: str, icon: str, kind: ButtonKind) -> Button:
        button = Button(text=text, icon=icon, kind=kind, compact=True)
        button.setObjectName(name)
        self._buttons.addWidget(button)
        return button

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.say(shell_words.COPIED, Tone.NEUTRAL)


class FormDraftsDialog(SheetDialog):
    """`opened` and `dropped` carry the index of a card; closed, it leaves the rest for the next start."""

    opened = Signal(int)
    dropped = Signal(int)

    def __init__(self, found: Sequence[FormDrafts], parent: QWidget | None = None) -> None:
        title = shell_words.drafts_kept(len(found), _moment(found[0]))
        super().__init__(parent, title=title, context=shell_words.WHY, width=640)
        self.setObjectName("formDraftsDialog")
        self.cards = [FormDraftsCard(one) for one in found]
        for place, card in enumerate(self.cards):
            self.body.addWidget(card)
            card.opened.connect(lambda place=place: self.opened.emit(place))
            card.dropped.connect(lambda place=place: self.dropped.emit(place))
        self.cards[0].focus_first()
        later = self.add_action(shell_words.LATER)
        later.setObjectName("formDraftsLater")
        later.clicked.connect(self.reject)


def _moment(one: FormDrafts) -> str:
    """Return the time when the draft was stored; empty if it is damaged."""
    try:
        day, time = local_moment(one.at)
        return shell_words.at(format_words(day), persian_time(time))
    except (ValueError, OverflowError, RuleBroken):
        return ""


@dataclass(frozen=True, slots=True)
class OutsideRow:
    """Display data of one row that another program changed."""

    title: str
    fields: tuple[str, ...]


class OutsideDialog(SheetDialog):
    """Lists rows that another program changed; it only emits the chosen ones, to be accepted."""

    accept_requested = Signal(object)
    """Carries the places of the chosen rows."""

    def __init__(self, rows: Sequence[OutsideRow], parent: QWidget | None = None) -> None:
        super().__init__(parent, title=words.TITLE, context=words.CONTEXT, width=640)
        self._notice = NoticeLine()
        self.body.addWidget(self._notice)
        self._boxes = [self._add(one) for one in rows]
        self.add_action(words.ACCEPT, ButtonKind.FILLED).clicked.connect(self._accept)
        self.add_action(words.LEAVE).clicked.connect(self.reject)

    def say(self, text: str, tone: Tone) -> None:
        """Show a refusal."""
        self._notice.show_notice(text, tone)

    # ---- inside

    def _add(self, row: OutsideRow) -> WrappedCheckBox:
        card = CardFrame()
        column = QVBoxLayout(card)
        column.setContentsMargins(GAP_CARD, GAP_CARD, GAP_CARD, GAP_CARD)
        column.setSpacing(GAP_TIGHT)
        box = WrappedCheckBox(row.title)
        column.addWidget(box)
        for one in row.fields:
            column.addWidget(TextLabel(text=one, role=TextRole.SECOND, ink=Ink.SECOND, wrap=True))
        self.body.addWidget(card)
        return box

    def _accept(self) -> None:
        chosen = [place for place, box in enumerate(self._boxes) if box.isChecked()]
        if chosen:
            self.accept_requested.emit(chosen)
        else:
            self.say(words.NONE_CHOSEN, Tone.WARNING)
