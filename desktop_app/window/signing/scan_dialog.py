"""Dialog for a scan of signed minutes: pages in order, findings, the chosen page next to the print, storing it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTransform
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.empty_page import EmptyPage
from desktop_app.widgets.feedback.form_sheet import FormSheet
from desktop_app.widgets.feedback.status_line import ProgressLine
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.folded_completer import Option
from desktop_app.widgets.paper.page_canvas import PageImage
from desktop_app.widgets.paper.page_pair import ComparedPrint, PagePair
from desktop_app.widgets.shell.shortcuts import add_action
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_SECTION, Ink, TextRole, Tone
from desktop_app.window.kit.file_drop import FileEntry
from desktop_app.window.signing import scan_words as words
from desktop_app.window.signing.scan_format import ScanQuestions
from desktop_app.window.signing.scan_pages import PageCardContent, ScanPages
from desktop_app.words import widgets as widget_words
from desktop_app.words.digits import persian

UNKNOWN: Final = "0"


class ScanPageView(QWidget):
    """Large view of a page; `number_chosen` carries the paper page the operator assigns, 0 for none."""

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
        self.larger = _tool("zoom-in", widget_words.LARGER, "scanLarger")
        self.smaller = _tool("zoom-out", widget_words.SMALLER, "scanSmaller")
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

    def show_page(self, beside: ComparedPrint, turn: int, *, file: str, left_out: bool) -> None:
        """Show a page as rotated, and its printed page; an image already shown is not drawn again."""
        self._file.setText(file)
        self.leave_out.setText(words.TAKE_IN if left_out else words.LEAVE_OUT)
        self.leave_out.setAccessibleName(self.leave_out.text())
        self.leave_out.set_icon("plus" if left_out else "ban")
        if beside.page is not self._picture or turn != self._turn:
            self._picture, self._turn = beside.page, turn
            self.canvas.show_document(0 if beside.page.isNull() else 1, self._draw)
        self.pair.show_print(beside)

    def show_numbers(self, count: int, number: int | None) -> None:
        """Offer the page numbers of the paper; None hides the choice."""
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


WIDTH: Final = 1360
LOOK_WIDTH: Final = 560
"""The least width of the large page and its page of the print."""
LOOK_HEIGHT: Final = 480
"""Their height beneath what is asked."""
LOOK_FROM: Final = 960
"""In a narrower dialog they come beneath the cards and what is asked, and the dialog scrolls to them."""
LOW: Final = 720
"""In a lower dialog the cards are smaller."""
CARDS_LEAST: Final = (276, 208)
"""The least height of the cards: one line of them, large or small."""
LEAST: Final = 300
TALL: Final = 2_000
"""Taller than windows are: the dialog takes the height that its window has."""


class ScanDialog(FormSheet):
    """Dialog for arranging and storing a scan; signals name pages by their keys."""

    add_requested = Signal()
    brought = Signal(object)
    stop_requested = Signal()
    keep_requested = Signal()
    page_reached = Signal(int)
    turned = Signal(int, int)
    left_out = Signal(int)
    number_chosen = Signal(int, int)

    def __init__(self, parent: QWidget, *, title: str, context: str) -> None:
        super().__init__(parent, title=title, context=context, width=WIDTH)
        self.setObjectName("scanDialog")
        self.band = MessageBand()
        self.cards = ScanPages()
        self.look = ScanPageView()
        self.asked = ScanQuestions()
        self._progress = ProgressLine()
        self._said = TextLabel(role=TextRole.SECOND, ink=Ink.SECOND)
        self._stop = Button(text=words.STOP, kind=ButtonKind.QUIET, icon="x", compact=True)
        self._stop.setObjectName("stopScan")
        self._empty = EmptyPage()
        self._empty.setObjectName("scanEmpty")
        self._work, self._sides = QWidget(), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._chosen: int | None = None
        self._arrangement: object = None
        self._refused = False
        self._lay_out_parts()
        self._add_buttons()
        self._connect()
        self.show_progress("")
        self.show_cards((), None)

    # ---- the form

    def begin_about(self, version_id: int) -> None:
        """Set the version that the typed text belongs to."""
        self.draft_place = DraftField("minutes_version", version_id, "scan")
        self.begin()

    def content(self) -> object:
        """The typed text, and the arrangement of the pages."""
        return self.asked.reason.text(), self._arrangement

    def is_dirty(self) -> bool:
        """Whether text is typed; a changed arrangement alone does not count."""
        return bool(self.asked.reason.text().strip())

    def warn(self, text: str) -> None:
        """Show a warning above the pages; without typed text, one about the pages not stored yet."""
        self.band.show_message(text if self.is_dirty() else words.NOT_KEPT_YET, tone=Tone.WARNING)

    # ---- showing

    def show_cards(self, cards: Sequence[tuple[int, PageCardContent]], arrangement: object) -> None:
        """Show the pages in this order; without pages, the buttons that add files."""
        self._arrangement = arrangement
        self.cards.show_cards(cards, self._chosen)
        self._show_part()

    def show_look(self, key: int | None) -> None:
        """Show this page in the large view."""
        self._chosen = key

    def show_keeping(self, verb: str, *, refused: bool) -> None:
        """Show on the button what storing would do; disable it if the arrangement is refused."""
        self.keep.setText(verb)
        self.keep.setAccessibleName(verb)
        self._refused = refused
        self.keep.setEnabled(not refused and not self._work.isHidden())

    def show_progress(self, text: str, done: int = 0, total: int = 0, *, stop: str = words.STOP) -> None:
        """Show the progress and disable the dialog; an empty text ends it."""
        running = bool(text)
        had = self._stop.hasFocus()
        self._said.setText(text)
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        self._stop.setText(stop)
        self._stop.setAccessibleName(stop)
        begun = running and self._stop.isHidden()
        for part in (self._said, self._progress, self._stop):
            part.setVisible(running)
        for widget in (self._work, self._empty, self.add):
            widget.setEnabled(not running)
        # a file that could not be read, or was given up, changes nothing about the pages that are there
        self.keep.setEnabled(not running and not self._refused)
        self._show_part()
        if begun:
            self._stop.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had and not running:
            self.focus_first()

    def show_message_above(self, text: str, tone: Tone = Tone.DANGER) -> None:
        """Show a message above the pages."""
        self.band.show_message(text, tone=tone)

    def clear_message(self) -> None:
        """Hide the message."""
        self.band.clear()

    def focus_first(self) -> None:
        """Focus the chosen page, else the button that adds files."""
        if self._work.isHidden():
            (self._empty if not self._empty.isHidden() else self.add).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refusal(self, field: str, text: str) -> None:
        """Show the error beside its field, else above the pages."""
        part = self.asked.show_refusal(field, text)
        if part is None:
            self.show_message_above(text)
        else:
            self.scroll_to(part)

    def sizeHint(self) -> QSize:
        """Use the height of the window."""
        return QSize(super().sizeHint().width(), TALL)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the large view if there is room."""
        super().resizeEvent(event)
        tokens = tokens_of(self)
        low = self.height() < tokens.px(LOW)
        roomy = self.width() >= tokens.px(LOOK_FROM)
        direction = QBoxLayout.Direction
        self._sides.setDirection(direction.LeftToRight if roomy else direction.TopToBottom)
        self.look.setMinimumSize(tokens.px(LOOK_WIDTH) if roomy else 0, 0 if roomy else tokens.px(LOOK_HEIGHT))
        self.cards.set_small(low)
        self.cards.setMinimumHeight(tokens.px(CARDS_LEAST[low]))

    # ---- inside

    def _show_part(self) -> None:
        some = self.cards.count() > 0
        self._work.setVisible(some)
        self._empty.setVisible(not some and self._stop.isHidden())
        for button in (self.keep, self.add):
            button.setVisible(some)

    def _add_buttons(self) -> None:
        self.keep = self.add_action(words.KEEP, ButtonKind.FILLED, icon="archive", hint="Ctrl+Enter")
        self.keep.setObjectName("keepScan")
        self.add = self.add_action(words.MORE, icon="plus", hint=words.ADD_KEYS)
        self.add.setObjectName("addScanFiles")
        leave = self.add_action(words.CANCEL)
        leave.setObjectName("leaveScan")
        leave.clicked.connect(self.leave)
        # a button's own shortcut acts a moment later, when the text may be another one already
        add_action(self, words.KEEP, ("Ctrl+Return", "Ctrl+Enter"), self._ask_to_keep)
        add_action(self, words.MORE, words.ADD_KEYS, self._ask_for_more)

    def _ask_to_keep(self) -> None:
        if self.keep.isEnabled():
            self.keep_requested.emit()

    def _ask_for_more(self) -> None:
        if self.add.isEnabled():
            self.add_requested.emit()

    def _connect(self) -> None:
        self.keep.clicked.connect(self._ask_to_keep)
        self.add.clicked.connect(self._ask_for_more)
        self._stop.clicked.connect(self.stop_requested)
        self._empty.action_requested.connect(self.add_requested)
        cards, look = self.cards, self.look
        cards.reached.connect(self.page_reached)
        cards.turned.connect(self.turned)
        cards.left_out.connect(self.left_out)
        cards.looked.connect(lambda _key: self._look_closely())
        look.turned.connect(lambda step: self._of_chosen(self.turned.emit, step))
        look.left_out.connect(lambda: self._of_chosen(self.left_out.emit))
        look.number_chosen.connect(lambda number: self._of_chosen(self.number_chosen.emit, number))
        entry = FileEntry(self)
        entry.brought.connect(self.brought)
        entry.refused.connect(lambda _why: self.show_message_above(words.NOTHING_TO_PASTE, Tone.WARNING))

    def _look_closely(self) -> None:
        pane = self.look.pair.printed if self.look.pair.is_overlaid() else self.look.canvas
        pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self.scroll_to(self.look)

    def _of_chosen(self, tell: Callable[..., object], *facts: int) -> None:
        if self._chosen is not None:
            tell(self._chosen, *facts)

    def _lay_out_parts(self) -> None:
        self.band.clear()
        self._empty.set_content(words.EMPTY, words.EMPTY_WHY, icon="scan-line", action=words.PICK)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(self.cards, 1)
        right.addWidget(self.asked)
        self._work.setLayout(self._sides)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(GAP_SECTION)
        self._sides.addLayout(right, 2)
        self._sides.addWidget(self.look, 3)
        line = QHBoxLayout()
        line.setSpacing(GAP_CARD)
        line.addWidget(self._said)
        line.addWidget(self._progress, 1)
        line.addWidget(self._stop)
        self.body.addLayout(line)
        self.body.addWidget(self._work, 1)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self.band)
        self._empty.setMinimumHeight(LEAST)
