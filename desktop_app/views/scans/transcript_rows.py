"""Transcripts of what signers wrote by hand beside their names, typed from the original that is scanned."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.read_models.scans import Transcript
from desktop_app.text.papers import scan_import as words
from desktop_app.views.files.file_paste import FilesInFields
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.folded_completer import Option
from desktop_app.widgets.fields.text_area import TextArea
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP

LINES = 2


class TranscriptRow(QWidget):
    """Who wrote it, and what."""

    dropped = Signal()

    def __init__(self, place: int, signers: Mapping[int, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.signer = ChoiceField(options=_options(signers))
        self.signer.setObjectName(f"transcriptSigner{place}")
        self.text = TextArea()
        self.text.setObjectName(f"transcriptText{place}")
        self.text.set_lines(LINES)
        self._signer_field = Field(label=words.TRANSCRIPT_OF, editor=self.signer)
        self._text_field = Field(label=words.TRANSCRIPT_TEXT, editor=self.text)
        drop = Button(kind=ButtonKind.QUIET, icon="x", name=words.TRANSCRIPT_DROP, compact=True)
        drop.setObjectName(f"transcriptDrop{place}")
        drop.clicked.connect(self.dropped)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(self._signer_field, 2)
        line.addWidget(self._text_field, 5)
        line.addWidget(drop, 0, Qt.AlignmentFlag.AlignVCenter)
        FilesInFields(self)

    def transcript(self) -> Transcript | None:
        """What is typed; None while nobody is named and nothing is written."""
        key, text = self.signer.value(), self.text.text().strip()
        return Transcript(signer_id=int(key or 0), text=text) if key or text else None

    def offer(self, signers: Mapping[int, str]) -> None:
        """Whose hand it may be; who is not among them is named no more."""
        self.signer.set_options(_options(signers))

    def refuse(self, text: str) -> None:
        """Beneath what is missing."""
        field = self._signer_field if not self.signer.value() else self._text_field
        field.refuse(text)

    def clear(self) -> None:
        """What was refused is being changed."""
        for field in (self._signer_field, self._text_field):
            if field.error():
                field.clear_notice()


class TranscriptRows(QWidget):
    """One row for each hand; none until one is asked for, and none where nobody has signed the original."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signers: Mapping[int, str] = {}
        self._rows: list[TranscriptRow] = []
        self._made = 0
        self.add = Button(text=words.TRANSCRIBE, kind=ButtonKind.QUIET, icon="quote", compact=True)
        self.add.setObjectName("transcribe")
        self.add.clicked.connect(self.begin)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_signers(self, signers: Mapping[int, str]) -> None:
        """Who signed the original that is chosen; what is typed stays, of a hand that is not on it without a name."""
        if dict(signers) == dict(self._signers):
            return
        self._signers = signers
        for row in list(self._rows):
            if row.transcript() is None:
                self._remove(row)
            else:
                row.offer(signers)
        self.add.setVisible(bool(signers))
        self.setVisible(bool(signers or self._rows))

    def begin(self) -> None:
        """A row for another hand."""
        self._made += 1
        row = TranscriptRow(self._made, self._signers, self)
        row.dropped.connect(lambda: self._drop(row))
        row.text.textChanged.connect(self._tell)
        row.signer.value_changed.connect(self._tell)
        self._rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)
        row.signer.setFocus(Qt.FocusReason.OtherFocusReason)

    def transcripts(self) -> tuple[Transcript, ...]:
        """What is typed."""
        found = (row.transcript() for row in self._rows)
        return tuple(one for one in found if one is not None)

    def refuse(self, text: str) -> bool:
        """Beneath the first row that lacks something; whether there is a row."""
        faulty = [row for row in self._rows if not row.signer.value() or not row.text.text().strip()]
        for row in (faulty or self._rows)[:1]:
            row.refuse(text)
        return bool(self._rows)

    # ---- inside

    def _tell(self) -> None:
        for row in self._rows:
            row.clear()
        self.changed.emit()

    def _drop(self, row: TranscriptRow) -> None:
        self._remove(row)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _remove(self, row: TranscriptRow) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()


def _options(signers: Mapping[int, str]) -> list[Option]:
    return [Option(str(one), name) for one, name in signers.items()]
