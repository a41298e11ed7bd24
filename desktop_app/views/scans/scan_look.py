"""The chosen page of a scan beside its page of the print, with what may be done to it beneath."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QTransform
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.text.papers import scan_import as words
from desktop_app.text.shared import widgets as shared_words
from desktop_app.text.shared.digits import persian
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.folded_completer import Option
from desktop_app.widgets.paper.page_canvas import PageImage
from desktop_app.widgets.paper.page_pair import PagePair, PrintBeside
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP, Ink, TextRole

UNKNOWN: Final = "0"


class ScanLook(QWidget):
    """`number_chosen` carries which page of the paper the operator says it is, 0 for none."""

    turned = Signal(int)
    left_out = Signal()
    number_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pair = PagePair()
        self.pair.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.pair.offer(on=True)
        self.canvas = self.pair.canvas
        self.canvas.setObjectName("scanLook")
        self.canvas.setAccessibleName(words.LOOK)
        for canvas in (self.pair.canvas, self.pair.printed):
            canvas.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._file = TextLabel(role=TextRole.NOTE, ink=Ink.SECOND, elide=True)
        self.turn_right = _tool("rotate-cw", words.TURN_RIGHT, "turnRight")
        self.turn_left = _tool("rotate-ccw", words.TURN_LEFT, "turnLeft")
        self.larger = _tool("zoom-in", shared_words.LARGER, "scanLarger")
        self.smaller = _tool("zoom-out", shared_words.SMALLER, "scanSmaller")
        self.leave_out = Button(compact=True)
        self.leave_out.setObjectName("leaveOut")
        self.number = ChoiceField()
        self.number.setObjectName("pageNumber")
        # chosen, never typed: what stands in it is of the page that shows and no draft
        line = self.number.lineEdit()
        if line is not None:
            line.setReadOnly(True)
        self._number_field = Field(label=words.NUMBER, editor=self.number)
        self._picture, self._turn = QImage(), 0
        self._lay_out()
        self.turn_right.clicked.connect(lambda: self.turned.emit(1))
        self.turn_left.clicked.connect(lambda: self.turned.emit(-1))
        self.larger.clicked.connect(lambda: self._zoom(1))
        self.smaller.clicked.connect(lambda: self._zoom(-1))
        self.leave_out.clicked.connect(self.left_out)
        self.number.value_changed.connect(lambda key: self.number_chosen.emit(int(key or UNKNOWN)))

    def show_page(self, beside: PrintBeside, turn: int, *, file: str, left_out: bool) -> None:
        """Show a page as it is turned, and that of the print; what shows already is not drawn anew."""
        self._file.setText(file)
        self.leave_out.setText(words.TAKE_IN if left_out else words.LEAVE_OUT)
        self.leave_out.setAccessibleName(self.leave_out.text())
        self.leave_out.set_icon("plus" if left_out else "ban")
        if beside.page is not self._picture or turn != self._turn:
            self._picture, self._turn = beside.page, turn
            self.canvas.show_document(0 if beside.page.isNull() else 1, self._draw)
        self.pair.show_print(beside)

    def show_numbers(self, count: int, number: int | None) -> None:
        """Offer the pages of the paper; no number of its own where the page tells itself which it is."""
        self._number_field.setVisible(number is not None and count > 0)
        known = [Option(str(one), persian(one)) for one in range(1, count + 1)]
        self.number.set_options([Option(UNKNOWN, words.NUMBER_UNKNOWN), *known])
        self.number.set_value(str(number or 0))

    # ---- inside

    def _zoom(self, steps: int) -> None:
        # in the pane that shows the other one follows
        (self.canvas if self.canvas.isVisibleTo(self) else self.pair.printed).zoom_by(steps)

    def _draw(self, _page: int, width: int) -> PageImage:
        turned = self._picture.transformed(QTransform().rotate(90 * self._turn))
        drawn = turned.scaledToWidth(min(width, turned.width()), Qt.TransformationMode.SmoothTransformation)
        drawn = drawn.convertToFormat(QImage.Format.Format_ARGB32)
        return PageImage(bytes(drawn.constBits()), drawn.width(), drawn.height())

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(self.leave_out)
        line.addWidget(self._file, 1)
        for tool in (self.larger, self.smaller, self.turn_right, self.turn_left):
            line.addWidget(tool)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.pair, 1)
        column.addLayout(line)
        column.addWidget(self._number_field)


def _tool(icon: str, name: str, object_name: str) -> Button:
    made = Button(kind=ButtonKind.QUIET, icon=icon, name=name, compact=True)
    made.setObjectName(object_name)
    return made
