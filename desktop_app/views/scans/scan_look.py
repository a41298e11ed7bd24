"""The chosen page of a scan, large enough to be read, with what may be done to it beneath."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QTransform
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.text.papers import scan_import as words
from desktop_app.text.shared.digits import persian
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.folded_completer import Option
from desktop_app.widgets.paper.page_canvas import PageCanvas, PageImage
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
        self.canvas = PageCanvas()
        self.canvas.setObjectName("scanLook")
        self.canvas.setAccessibleName(words.LOOK)
        self.canvas.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._file = TextLabel(role=TextRole.NOTE, ink=Ink.SECOND, elide=True)
        self.turn_right = Button(kind=ButtonKind.QUIET, icon="rotate-cw", name=words.TURN_RIGHT, compact=True)
        self.turn_right.setObjectName("turnRight")
        self.turn_left = Button(kind=ButtonKind.QUIET, icon="rotate-ccw", name=words.TURN_LEFT, compact=True)
        self.turn_left.setObjectName("turnLeft")
        self.leave_out = Button(compact=True)
        self.leave_out.setObjectName("leaveOut")
        self.number = ChoiceField()
        self.number.setObjectName("pageNumber")
        # chosen, never typed: what stands in it is of the page that shows and no draft
        line = self.number.lineEdit()
        if line is not None:
            line.setReadOnly(True)
        self._number_field = Field(label=words.NUMBER, editor=self.number)
        self.acts = QWidget()
        """What may be done to the page; beneath it, or elsewhere where there is no room for a large page."""
        self._picture, self._turn = QImage(), 0
        self._lay_out()
        self.turn_right.clicked.connect(lambda: self.turned.emit(1))
        self.turn_left.clicked.connect(lambda: self.turned.emit(-1))
        self.leave_out.clicked.connect(self.left_out)
        self.number.value_changed.connect(lambda key: self.number_chosen.emit(int(key or UNKNOWN)))

    def show_page(self, picture: QImage, turn: int, *, file: str, left_out: bool) -> None:
        """Show a page as it is turned; the same picture at the same turn is not drawn anew."""
        self._file.setText(file)
        self.leave_out.setText(words.TAKE_IN if left_out else words.LEAVE_OUT)
        self.leave_out.setAccessibleName(self.leave_out.text())
        self.leave_out.set_icon("plus" if left_out else "ban")
        if picture is not self._picture or turn != self._turn:
            self._picture, self._turn = picture, turn
            self.canvas.show_document(0 if picture.isNull() else 1, self._draw)

    def show_numbers(self, count: int, number: int | None) -> None:
        """Offer the pages of the paper; no number of its own where the page tells itself which it is."""
        self._number_field.setVisible(number is not None and count > 0)
        known = [Option(str(one), persian(one)) for one in range(1, count + 1)]
        self.number.set_options([Option(UNKNOWN, words.NUMBER_UNKNOWN), *known])
        self.number.set_value(str(number or 0))

    def take_acts(self) -> None:
        """Put the acts beneath the page again."""
        self._column.addWidget(self.acts)

    # ---- inside

    def _draw(self, _page: int, width: int) -> PageImage:
        turned = self._picture.transformed(QTransform().rotate(90 * self._turn))
        return page_image(turned, width)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(self.leave_out)
        line.addStretch(1)
        line.addWidget(self.turn_right)
        line.addWidget(self.turn_left)
        acts = QVBoxLayout(self.acts)
        acts.setContentsMargins(0, 0, 0, 0)
        acts.setSpacing(GAP)
        acts.addWidget(self._file)
        acts.addLayout(line)
        acts.addWidget(self._number_field)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addWidget(self.canvas, 1)
        self._column.addWidget(self.acts)


def page_image(picture: QImage, width: int) -> PageImage:
    """A picture at a width in pixels, as a canvas draws it."""
    drawn = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    drawn = drawn.convertToFormat(QImage.Format.Format_ARGB32)
    return PageImage(bytes(drawn.constBits()), drawn.width(), drawn.height())
