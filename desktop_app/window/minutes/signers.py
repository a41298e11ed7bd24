"""List of signers of minutes: derived from attendance, or arranged by the operator before finalising."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.read_models.sheets import MinutesSheet
from desktop_app.domain.rules.committee import Party
from desktop_app.domain.rules.minutes import EDITABLE, Signer
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.notice import NoticeLine
from desktop_app.widgets.controls.pill import PartyMark
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.segmented import Segment, SegmentedSwitch
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP, Ink, TextRole, Tone
from desktop_app.window.minutes import words
from desktop_app.window.minutes.format import PARTY_MARKS
from desktop_app.window.minutes.signals import MinutesSignals


class SignerEntry(QWidget):
    """Line of one signer: name, office, party, and buttons to move and remove it."""

    edited = Signal()
    removed = Signal()
    moved = Signal(int)

    def __init__(self, signer: Signer, parties: Sequence[Party], place: int, *, editable: bool) -> None:
        super().__init__()
        self._signer = signer
        self.setAccessibleName(words.signer_spoken(signer.name, place))
        self._mark = PartyMark()
        self.name = _line(f"signerName{place}", words.SIGNER_NAME, signer.name)
        self.post = _line(f"signerPost{place}", words.SIGNER_POST, signer.post)
        self.party = SegmentedSwitch(
            segments=[Segment(str(party.id), party.brief_name) for party in parties],
            name=words.SIGNER_PARTY,
        )
        self.party.set_value(str(signer.party_id))
        self._marks = {str(party.id): PARTY_MARKS[party.code] for party in parties}
        self._mark.set_party(self._marks[str(signer.party_id)])
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(self._mark)
        line.addWidget(self.name, 3)
        line.addWidget(self.post, 3)
        line.addWidget(self.party, 2)
        for icon, spoken, act in (
            ("chevron-up", words.SIGNER_UP, lambda: self.moved.emit(-1)),
            ("chevron-down", words.SIGNER_DOWN, lambda: self.moved.emit(1)),
            ("x", words.SIGNER_REMOVE, self.removed.emit),
        ):
            button = Button(kind=ButtonKind.QUIET, icon=icon, name=spoken, compact=True, small=True)
            button.clicked.connect(lambda _on=False, act=act: act())
            line.addWidget(button)
            button.setVisible(editable)
        for field in (self.name, self.post):
            field.setReadOnly(not editable)
            field.editingFinished.connect(self.edited)
        self.party.setEnabled(editable)
        self.party.chosen.connect(self._party_chosen)

    def signer(self) -> Signer:
        """The signer as typed in the line."""
        return replace(
            self._signer,
            name=self.name.text().strip(),
            post=self.post.text().strip(),
            party_id=int(self.party.value() or self._signer.party_id),
        )

    def _party_chosen(self, key: str) -> None:
        self._mark.set_party(self._marks[key])
        self.edited.emit()


class SignersPart(QWidget):
    """The list of signers; any change makes it independent of attendance."""

    def __init__(self, signals: MinutesSignals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signals = signals
        self._signers: tuple[Signer, ...] = ()
        self._parties: tuple[Party, ...] = ()
        self._version_id = 0
        self.lines: list[SignerEntry] = []
        self._note = TextLabel(role=TextRole.SECOND, ink=Ink.SECOND, wrap=True)
        self._notice = NoticeLine()
        self._notice.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(GAP)
        self.add = Button(text=words.SIGNER_ADD, kind=ButtonKind.QUIET, icon="user-plus")
        self.add.setObjectName("signerAdd")
        self.add.clicked.connect(self._add)
        self.reset = Button(text=words.SIGNERS_RESET, kind=ButtonKind.QUIET, icon="undo-2")
        self.reset.setObjectName("signersReset")
        self.reset.clicked.connect(signals.signers_reset_requested)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addWidget(self.reset)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._note)
        column.addLayout(self._list)
        column.addWidget(self._notice)
        column.addLayout(foot)

    def show_sheet(self, sheet: MinutesSheet) -> None:
        """Show the list as stored."""
        self._note.setText(words.SIGNERS_BY_RULE if sheet.signers_by_rule else words.SIGNERS_BY_HAND)
        self._note.setVisible(sheet.version.state in EDITABLE)
        self.add.setVisible(sheet.editable)
        self.reset.setVisible(sheet.editable and not sheet.signers_by_rule)
        fresh = sheet.version.id != self._version_id
        if not fresh and (sheet.signers == self._signers or self._notice.text()):
            return
        self._version_id, self._signers, self._parties = sheet.version.id, sheet.signers, sheet.choices.parties
        self._build(sheet.signers, editable=sheet.editable)

    def show_refusal(self, text: str) -> None:
        """Show the error beneath the list; empty text hides it."""
        self._notice.show_notice(text, Tone.DANGER)
        self._notice.setVisible(bool(text))

    def flush(self) -> None:
        """Save a changed list."""
        found = self._shown()
        if found and [_words(one) for one in found] != [_words(one) for one in self._signers]:
            self._signals.signers_edited.emit(found)

    def forget_typed(self) -> None:
        """Discard unsaved changes."""
        self._version_id = 0
        self.show_refusal("")

    def _shown(self) -> tuple[Signer, ...]:
        return tuple(line.signer() for line in self.lines)

    def _build(self, signers: Sequence[Signer], *, editable: bool) -> None:
        for line in self.lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        for place, signer in enumerate(signers, start=1):
            line = SignerEntry(signer, self._parties, place, editable=editable)
            line.edited.connect(self.flush)
            line.removed.connect(lambda line=line: self._remove(line))
            line.moved.connect(lambda step, line=line: self._move(line, step))
            self._list.addWidget(line)
            self.lines.append(line)

    def _add(self) -> None:
        party = self._parties[0].id
        fresh = Signer(minutes_version_id=self._version_id, ordinal=0, party_id=party, name="", post="")
        self._build([*self._shown(), fresh], editable=True)
        self.lines[-1].name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, line: SignerEntry) -> None:
        self._arrange([one for one in self.lines if one is not line], self.lines.index(line))

    def _move(self, line: SignerEntry, step: int) -> None:
        order = [one for one in self.lines if one is not line]
        order.insert(max(0, min(len(order), self.lines.index(line) + step)), line)
        self._arrange(order, order.index(line))

    def _arrange(self, order: Sequence[SignerEntry], place: int) -> None:
        """Request another order; then focus the line at index ``place``, or the last one."""
        before = self.lines
        self._signals.signers_edited.emit(tuple(one.signer() for one in order))
        if self.lines is not before:
            near = self.lines[min(place, len(self.lines) - 1)].name if self.lines else self.add
            near.setFocus(Qt.FocusReason.OtherFocusReason)


def _words(signer: Signer) -> tuple[str, str, int]:
    return signer.name, signer.post, signer.party_id


def _line(name: str, spoken: str, text: str) -> LineField:
    made = LineField(placeholder=spoken)
    made.setObjectName(name)
    made.setAccessibleName(spoken)
    made.set_text(text)
    return made
