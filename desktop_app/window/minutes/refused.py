"""Refused input of the inspector, and the line of one contribution «نام — خلاصه».

A refused value waits with its clause and returns to its field with it. A contribution is one text whose name is bold,
edited where it is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.rules.minutes import Deliberation
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.forms.resolution_inspector import Ui_ResolutionInspector
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.held_keys import ALT, CONTROL, SHIFT, held_keys
from desktop_app.widgets.controls.notice import NoticeLine
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.writing_area import WritingArea
from desktop_app.widgets.shell.shortcuts import add_action
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP_TIGHT, TextRole, Tone
from desktop_app.window.minutes import words
from desktop_app.window.minutes.deadline import DeadlineEditor

_SPOKEN: Final = re.compile(r"\s*([^\n\u2014]{1,80}?)\s*\u2014\s*", re.DOTALL)
"""A name and the long dash after it."""
_TYPED_DASH: Final = re.compile(r"^([^\n\u2014:]{2,60}?)\s(?:--|-|\u2013)\s$")
"""A dash as keyboards have it, right after a name: it becomes the long one."""


def parted(text: str) -> tuple[str, str]:
    """Return speaker and summary of a line; without a dash the speaker is empty."""
    found = _SPOKEN.match(text)
    return (found.group(1), text[found.end() :].strip()) if found else ("", text.strip())


class SpeakerHighlighter(QSyntaxHighlighter):
    """Syntax highlighter that makes the speaker's name bold."""

    def highlightBlock(self, text: str) -> None:
        """Format the name in the first paragraph."""
        found = _SPOKEN.match(text) if self.currentBlock().blockNumber() == 0 else None
        if found is not None:
            heavy = QTextCharFormat()
            heavy.setFontWeight(QFont.Weight.DemiBold)
            self.setFormat(0, found.end(), heavy)


def lengthen_dash(area: WritingArea) -> None:
    """Replace a hyphen just typed after a name by an em dash."""
    cursor = area.textCursor()
    before = area.text()[: cursor.position()]
    if _TYPED_DASH.match(before) and cursor.blockNumber() == 0:
        cursor.setPosition(len(before.rstrip().rstrip("-\u2013").rstrip()))
        cursor.setPosition(len(before), cursor.MoveMode.KeepAnchor)
        cursor.insertText(words.DASH)


class ContributionArea(WritingArea):
    """Text field of a contribution; replaces a hyphen after the name by an em dash."""

    removal_wanted = Signal()
    move_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, role: TextRole = TextRole.WRITING) -> None:
        super().__init__(parent, role=role)
        self._bold = SpeakerHighlighter(self.document())
        self._bold_measure = SpeakerHighlighter(self.measuring_document())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle Alt+arrow (move the contribution) and Ctrl+Shift+Delete (remove it)."""
        held = held_keys(event)
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif held == {ALT} and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_wanted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif held == {CONTROL, SHIFT} and event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)
            lengthen_dash(self)


class ContributionLine(QWidget):
    """Line of a contribution, with its error beneath."""

    edited = Signal(object)
    menu_wanted = Signal()

    def __init__(self, said: Deliberation, parent: QWidget | None = None, *, editable: bool = True) -> None:
        super().__init__(parent)
        self._said = said
        self.area = ContributionArea()
        self.area.setObjectName(f"said{said.id}")
        self.area.draft_place = DraftField("deliberation", said.id, "text")
        self.area.setAccessibleName(words.SAID)
        self._notice = NoticeLine()
        self._notice.hide()
        self.grip = Button(kind=ButtonKind.QUIET, icon="grip-vertical", name=words.SAID_MENU, compact=True, small=True)
        self.grip.setObjectName(f"saidGrip{said.id}")
        self.grip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # The text keeps its edge when finalising takes the grip away
        place = self.grip.sizePolicy()
        place.setRetainSizeWhenHidden(True)
        self.grip.setSizePolicy(place)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.area)
        column.addWidget(self._notice)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP_TIGHT)
        line.addWidget(self.grip, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column, 1)
        self.grip.clicked.connect(self.menu_wanted)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            add_action(self.grip, "", keys, partial(self.area.move_wanted.emit, step))
        add_action(self.grip, words.REMOVE_SAID, "Del", self.area.removal_wanted.emit)
        self.area.settled.connect(self._settled)
        self.show_contribution(said, editable=editable)

    def said(self) -> Deliberation:
        """The contribution as stored."""
        return self._said

    def show_contribution(self, said: Deliberation, *, editable: bool) -> None:
        """Show a contribution as stored."""
        self._said = said
        self.area.setReadOnly(not editable)
        self.grip.setVisible(editable)
        self.area.show_stored(words.contribution_line(said.speaker, said.text))

    def show_refusal(self, text: str) -> None:
        """Show the error beneath the line; empty text hides it."""
        self._notice.show_notice(text, Tone.DANGER)
        self._notice.setVisible(bool(text))

    def _settled(self, text: str) -> None:
        speaker, said = parted(text)
        self.edited.emit(replace(self._said, speaker=speaker, text=said))


DEADLINE = "deadline"


class RefusedValues:
    """Stores refused input and its error, by clause and field."""

    def __init__(self, ui: Ui_ResolutionInspector, deadline: DeadlineEditor, fields: Mapping[str, Field]) -> None:
        self._ui = ui
        self._deadline = deadline
        self._fields = fields
        self._kept: dict[int, dict[str, tuple[object, str]]] = {}

    def of(self, clause_id: int) -> frozenset[str]:
        """Return the fields of a clause that hold refused input."""
        return frozenset(self._kept.get(clause_id, {}))

    def keep(self, clause_id: int, field: str, text: str) -> bool:
        """Store the input of a field and show its error; return whether there is such a field."""
        if field != DEADLINE and field not in self._fields:
            return False
        self._kept.setdefault(clause_id, {})[field] = (self._value(field), text)
        self.say(field, text)
        return True

    def drop(self, clause_id: int, field: str, *, shown: bool) -> None:
        """Remove the refused input of a field after its value was stored."""
        self._kept.get(clause_id, {}).pop(field, None)
        if shown:
            self.say(field, "")

    def put_back(self, clause_id: int) -> None:
        """Show the refused input of a clause in its fields again."""
        for field, (value, text) in self._kept.get(clause_id, {}).items():
            self._put_back(field, value)
            self.say(field, text)

    def forget(self) -> None:
        """Remove all refused input."""
        self._kept.clear()
        self.hide_errors()

    def hide_errors(self) -> None:
        """Hide the errors of all fields."""
        for field in (DEADLINE, *self._fields):
            self.say(field, "")

    def say(self, field: str, text: str) -> None:
        """Show the error beside a field; empty text hides it."""
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
