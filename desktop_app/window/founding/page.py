"""Page of the first start: steps at the right, the form in the middle, a preview of the paper at the left.

Its last step is the letterhead, with what is left for later beneath.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.forms.founding_page import Ui_FoundingPage
from desktop_app.widgets.accessibility.reading_order import enter
from desktop_app.widgets.dates.date_source import CourseDay
from desktop_app.widgets.feedback.stepper import StepContent
from desktop_app.widgets.lists.finding_list import FindingList
from desktop_app.widgets.paper.paper_sketch import PaperContent
from desktop_app.widgets.shell.card import Card
from desktop_app.widgets.shell.page import Page
from desktop_app.widgets.shell.shortcuts import add_page_action
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import GAP_SECTION, Ink, TextRole, Tone
from desktop_app.window.kit.section_panel import SectionPanel
from desktop_app.words import founding as words
from desktop_app.words import shell as shell_words


class ReviewStep(QWidget):
    """Last step: the form of the letterhead, and a card with what is still missing."""

    def __init__(self, letterhead: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings = FindingList()
        card = Card(title=words.REVIEW)
        card.body.addWidget(self.findings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_SECTION)
        column.addWidget(letterhead)
        column.addWidget(card)

    def show_review(self, lines: Sequence[tuple[str, Tone]]) -> None:
        """Show what is still missing."""
        self.findings.show_findings(lines)


MOST_WIDTH = 640
STEPS_WIDTH, FOLDED_WIDTH, ASIDE_WIDTH = 288, 68, 376
WIDE, MEDIUM = 1340, 1100
"""From which width of the page, in ordinary writing, all of it shows; and below which the paper gives way."""
LOW, LOW_FOLDED = 864, 600
"""Below which height the steps stand closer and lose the notes about them, so that all of them show in a low window."""
SIDE_AIR, NARROW_AIR, LABEL_INDENT = 40, 20, 12


class FoundingPage(Page):
    """Shows one step at a time; the controller decides which."""

    step_requested = Signal(str)
    forward_requested = Signal()
    later_requested = Signal()
    walk_requested = Signal(int)
    demo_requested = Signal()
    place_requested = Signal()
    """Another folder for the data."""
    restore_requested = Signal()
    """The office as a backup from elsewhere holds it, in place of a new one."""

    def __init__(self, panels: Mapping[str, QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_FoundingPage()
        self.ui.setupUi(self)
        self._panels = dict(panels)
        self._place = ""
        self._dress()
        ui = self.ui
        for place, panel in enumerate(self._panels.values()):
            ui.panels.insertWidget(place, panel)
            panel.setVisible(False)
        ui.steps.step_chosen.connect(self.step_requested)
        ui.forward.clicked.connect(self.forward_requested)
        ui.later.clicked.connect(self.later_requested)
        ui.demo.clicked.connect(self.demo_requested)
        ui.changePlace.clicked.connect(self.place_requested)
        ui.restore.clicked.connect(self.restore_requested)
        add_page_action(self, words.FORWARD, ("Ctrl+Return", "Ctrl+Enter"), self.forward_requested.emit)
        add_page_action(self, words.NEXT_STEP, "Ctrl+PgDown", lambda: self.walk_requested.emit(1))
        add_page_action(self, words.STEP_BACK, "Ctrl+PgUp", lambda: self.walk_requested.emit(-1))

    # ---- showing

    def show_step(self, key: str, forward: str, *, may_wait: bool) -> None:
        """Show a step from its top; ``forward`` is the text of the main button."""
        ui = self.ui
        ui.title.setText(words.STEPS[key])
        ui.context.setText(words.CONTEXTS[key])
        ui.forward.setText(forward)
        ui.later.setVisible(may_wait)
        for name, panel in self._panels.items():
            # a form that does not show must not make this one as tall as itself
            panel.setVisible(name == key)
        ui.scroll.verticalScrollBar().setValue(0)

    def show_steps(self, contents: Sequence[StepContent], current: str) -> None:
        """Show the state of each step."""
        self.ui.steps.show_steps(contents, current)

    def show_step_text(self, text: str, tone: Tone) -> None:
        """Show which step it is, and whether its contents are stored."""
        self.ui.said.setText(text)
        self.ui.said.set_ink(tone if tone in {Tone.WARNING, Tone.DANGER} else Ink.QUIET)

    def show_letterhead_preview(self, paper: PaperContent, days: Sequence[CourseDay]) -> None:
        """Show the preview of the letterhead, and the days that follow from the signing."""
        self.ui.paper.show_content(paper)
        self.ui.dates.show_days(days)

    def show_review(self, lines: Sequence[tuple[str, Tone]]) -> None:
        """Show what is still missing, in the last step."""
        for panel in self._panels.values():
            if isinstance(panel, ReviewStep):
                panel.show_review(lines)

    def show_band(self, title: str, detail: str, tone: Tone) -> None:
        """Show a message above the form that belongs to no field."""
        self.ui.band.show_message(title, detail, tone)

    def clear_band(self) -> None:
        """Hide the message above the form."""
        self.ui.band.clear()

    def show_folder_place(self, folder: str) -> None:
        """Show the data folder and buttons for another folder or a backup; None hides them."""
        self._place = folder
        self.ui.place.setText(shell_words.lies_in(folder))
        self.ui.place.setToolTip(shell_words.lies_in(folder))
        self.ui.changePlace.setAccessibleName(shell_words.change_place(folder))
        self._arrange()

    def unreadable(self) -> bool:
        """Whether a field holds an invalid day, which cannot be stored."""
        return any(isinstance(panel, SectionPanel) and panel.unreadable() for panel in self._panels.values())

    def focus_list(self) -> None:
        """Give the keyboard to the first field of the form."""
        for panel in self._panels.values():
            if panel.isVisibleTo(self):
                enter(panel)

    # ---- room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window, show only the numbers of the steps and hide the paper."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Lay out again for larger text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        tokens = tokens_of(self)
        folded = self.width() < tokens.px(WIDE)
        low = self.height() < tokens.px(LOW_FOLDED if folded else LOW)
        self._arrange_steps(folded=folded, low=low)
        self._arrange_place(folded=folded, low=low)
        self._arrange_form(tokens.px(FOLDED_WIDTH if folded else STEPS_WIDTH))

    def _arrange_steps(self, *, folded: bool, low: bool) -> None:
        """Lay out the steps, the brand above them and the other buttons below."""
        ui = self.ui
        ui.steps.set_folded(folded)
        ui.steps.set_dense(low and not folded)
        ui.brand.setVisible(not folded)
        for note in (ui.brandNote, ui.demoNote):
            note.setVisible(not folded and not low)
        change = shell_words.change_place(self._place)
        for button, text, icon, tip in (
            (ui.demo, words.DEMO, "presentation" if folded else "", words.DEMO),
            (ui.changePlace, shell_words.OTHER, "folder-open", change),
            (ui.restore, shell_words.RESTORE, "archive-restore", shell_words.RESTORE),
        ):
            button.setText("" if folded else text)
            button.set_icon(icon)
            button.setToolTip(tip if folded else "")
        side, close = (10, 10) if folded else (14, 18)
        above, below = (close, close) if low else (28, 24)
        ui.stepsColumn.setContentsMargins(side, above, side, below)
        ui.demoRule.setVisible(not low)

    def _arrange_form(self, steps: int) -> None:
        """Lay out the form and the paper in the width that ``steps`` leaves, in pixels."""
        ui, width, tokens = self.ui, self.width(), tokens_of(self)
        narrow = width < tokens.px(MEDIUM)
        ui.stepsPane.setFixedWidth(steps)
        ui.aside.setVisible(not narrow)
        ui.aside.setFixedWidth(tokens.px(ASIDE_WIDTH))
        middle = width - steps - (0 if narrow else tokens.px(ASIDE_WIDTH))
        # title, form and foot share both edges, in the middle of their column; the scroll bar stands in the air
        air = max(NARROW_AIR if narrow else SIDE_AIR, (middle - tokens.px(MOST_WIDTH)) // 2)
        for layout in (ui.head, ui.foot):
            margins = layout.contentsMargins()
            layout.setContentsMargins(air, margins.top(), air, margins.bottom())
        margins = ui.contentsLine.contentsMargins()
        ui.contentsLine.setContentsMargins(0, margins.top(), air, margins.bottom())
        for panel in self._panels.values():
            panel.setFixedWidth(middle - 2 * air)

    def _arrange_place(self, *, folded: bool, low: bool) -> None:
        ui, shown = self.ui, bool(self._place)
        ui.changePlace.setVisible(shown)
        ui.restore.setVisible(shown)
        ui.placeRule.setVisible(shown and not (low and folded))
        ui.place.setVisible(shown and not folded)
        for note in (ui.placeNote, ui.restoreNote):
            note.setVisible(shown and not folded and not low)
        ui.restore.setAccessibleName(shell_words.RESTORE)

    def _dress(self) -> None:
        ui = self.ui
        ui.brand.set_role(TextRole.PAGE_TITLE)
        ui.title.set_role(TextRole.PAGE_TITLE)
        for label in (ui.brandNote, ui.context):
            label.set_role(TextRole.SECOND)
            label.set_ink(Ink.SECOND)
            label.setWordWrap(True)
        for label in (ui.demoNote, ui.said, ui.placeNote, ui.place, ui.restoreNote):
            label.set_role(TextRole.NOTE)
            label.set_ink(Ink.SECOND)
        for label in (ui.paperLabel, ui.datesLabel):
            label.set_role(TextRole.SECOND)
            label.set_ink(Ink.SECOND)
        for label in (ui.brand, ui.brandNote, ui.demoNote, ui.placeNote, ui.place, ui.restoreNote):
            label.setContentsMargins(LABEL_INDENT, 0, LABEL_INDENT, 0)
        ui.said.set_elide(True)
        ui.contentsLine.addStretch(1)
        ui.scroll.viewport().setAutoFillBackground(False)
        ui.scrollContents.setAutoFillBackground(False)
        ui.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ui.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ui.line.setStretch(1, 1)
        ui.panels.setStretch(ui.panels.count() - 1, 1)
