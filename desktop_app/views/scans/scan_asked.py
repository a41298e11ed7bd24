"""Questions before a scan is kept: whose original it is, what is found about it, and the fields that answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.text.papers import scan_import as words
from desktop_app.views.signing.paper_original import OriginalChooser
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.text_area import TextArea
from desktop_app.widgets.lists.finding_list import FindingList
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import GAP, Tone

REASON_LINES = 2
CHOOSER_WIDTH = 420


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedContent:
    """What is found, and which of the fields and ways that answer to it show."""

    findings: tuple[tuple[str, Tone], ...] = ()
    reason: bool = False
    blanks: bool = False
    code: bool = False


class ScanAsked(QWidget):
    """Each part shows only where it is asked for."""

    original_chosen = Signal(int)
    blanks_left_out = Signal()
    code_typed = Signal(str)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chooser = OriginalChooser()
        # the usual two from the beginning: what is made later comes last for Tab
        self.chooser.show_originals({1: "", 2: ""}, 1)
        self._chooser_field = Field(label=words.ORIGINAL, editor=self.chooser)
        self.findings = FindingList()
        self.findings.setObjectName("scanFindings")
        self.blanks = Button(text=words.LEAVE_BLANKS, icon="ban", compact=True)
        self.blanks.setObjectName("leaveBlanks")
        self.code = LineField(latin=True)
        self.code.setObjectName("scanCode")
        self.code_field = Field(label=words.CODE, editor=self.code)
        self._use_code = Button(text=words.CODE_USE, compact=True)
        self._use_code.setObjectName("useCode")
        self.reason = TextArea()
        self.reason.setObjectName("scanReason")
        self.reason.set_lines(REASON_LINES)
        self.reason.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.reason_field = Field(label=words.REASON, editor=self.reason, hint=words.REASON_HINT)
        self._code_row = QWidget()
        self._lay_out()
        self._connect()

    def show_originals(self, labels: Mapping[int, str], original: int) -> None:
        """Which originals there are; with one there is nothing to choose."""
        self._chooser_field.setVisible(len(labels) > 1)
        self.chooser.show_originals(labels, original)

    def show_asked(self, content: AskedContent) -> None:
        """What is found, and what answers to it; what is typed stays while its field shows."""
        self.findings.show_findings(content.findings)
        self.blanks.setVisible(content.blanks)
        self._code_row.setVisible(content.code)
        self.reason_field.setVisible(content.reason)

    def reason_text(self) -> str:
        """The reason, where one is asked for."""
        return "" if self.reason_field.isHidden() else self.reason.text().strip()

    def show_refusal(self, field: str, text: str) -> QWidget | None:
        """Beside its field; the part where it stands, None where there is no such field on the screen."""
        holder = {"reason": self.reason_field, "code": self.code_field, "original": self._chooser_field}.get(field)
        if holder is None or not holder.isVisible():
            return None
        holder.refuse(text)
        return holder

    def event(self, event: QEvent) -> bool:
        """Whatever shows keeps its height: a low dialog scrolls."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._keep_height()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences wrap otherwise."""
        super().resizeEvent(event)
        self._keep_height()

    # ---- inside

    def _keep_height(self) -> None:
        layout = self.layout()
        least = max(0, layout.totalMinimumHeightForWidth(self.width())) if layout is not None else 0
        if least != self.minimumHeight():
            self.setMinimumHeight(least)

    def _connect(self) -> None:
        self.chooser.chosen.connect(self.original_chosen)
        self.blanks.clicked.connect(self.blanks_left_out)
        self._use_code.clicked.connect(self._use)
        self.code.returnPressed.connect(self._use)
        self.code.textEdited.connect(lambda _text: self.code_field.clear_error())
        self.reason.textChanged.connect(self._reason_changed)

    def _use(self) -> None:
        self.code_typed.emit(self.code.text())

    def _reason_changed(self) -> None:
        self.reason_field.clear_error()
        self.changed.emit()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._code_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.code_field, 1)
        row.addWidget(self._use_code, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self._chooser_field.setMaximumWidth(tokens_of(self).px(CHOOSER_WIDTH))
        self._code_row.setMaximumWidth(tokens_of(self).px(CHOOSER_WIDTH))
        column.addWidget(self._chooser_field)
        column.addWidget(self.findings)
        column.addWidget(self.blanks, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._code_row, self.reason_field):
            column.addWidget(widget)
