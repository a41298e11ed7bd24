"""Switches between the originals of a paper, one step of the round trip, and the signals of its parts.

Originals are chosen by a switch for two, a list for more or where room is narrow, and by nothing for one. A step has
its mark, its fact, a detail beneath, and the moment at the left end.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.read_models.scans import ScansSheet
from desktop_app.widgets.accessibility.keyboard_focus import keep_focus_inside
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.widgets.fields.folded_completer import Option
from desktop_app.widgets.fields.segmented import SegmentedSwitch
from desktop_app.widgets.style.state_mark import Shape, StateMark
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, Ink, TextRole, Tone
from desktop_app.window.signing import scan_words
from desktop_app.words import signing as words
from desktop_app.words.digits import filled

PRINTED: Final = "printed"
SCAN: Final = "scan"


class ScanSwitch(SegmentedSwitch):
    """Switch between the printed paper and the scan of an original; hidden while there is no scan."""

    look_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name=scan_words.SHOWN)
        self.setObjectName("paperLook")
        self._originals = 1
        self._original = 1
        self._version_id, self._kept = 0, list[int]()
        self.chosen.connect(self.look_chosen)
        self._show_labels(PRINTED)
        self.hide()

    def original(self) -> int:
        """The number of the original whose scan is offered."""
        return self._original

    def show_scans(self, scans: ScansSheet) -> None:
        """Offer the originals that have a scan."""
        self._originals = scans.originals
        kept = [one.original for one in scans.scans]
        came = [one for one in kept if one not in self._kept] if scans.version_id == self._version_id else []
        if came or self._original not in kept:
            self._original = (came or kept or [1])[-1]
        self._version_id, self._kept = scans.version_id, kept
        self._show_labels(self.value() if kept else PRINTED)
        self.setVisible(bool(kept))

    def show_chosen(self, original: int | None) -> None:
        """Select the scan of this original; None for the printed paper."""
        if original is not None:
            self._original = original
        self._show_labels(PRINTED if original is None else SCAN)

    # ---- inside

    def _show_labels(self, chosen: str | None) -> None:
        scan = scan_words.SCAN if self._originals <= 1 else scan_words.scan_named(self._original)
        self.set_labels({PRINTED: scan_words.PRINTED, SCAN: scan})
        self.set_value(chosen)


Mark = tuple[Shape, Tone]
DONE: Mark = (Shape.DISC_CHECK, Tone.DONE)
WAITING: Mark = (Shape.PLAIN_RING, Tone.NEUTRAL)
VOID: Mark = (Shape.DIAMOND, Tone.DANGER)
HALF: Mark = (Shape.HALF_DISC, Tone.WARNING)
STEP_MARK = 18


class StepLine(QWidget):
    """Line of one step; updating it keeps the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark = StateMark(side=STEP_MARK)
        self._title = TextLabel(role=TextRole.STRONG, wrap=True)
        self._detail = TextLabel(role=TextRole.NOTE, ink=Ink.SECOND, wrap=True)
        self._end = TextLabel(role=TextRole.NOTE, ink=Ink.SECOND, end=True)
        self._end.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        first = QHBoxLayout()
        first.setSpacing(GAP)
        first.addWidget(self._title, 1)
        first.addWidget(self._end)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(first)
        column.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, GAP, 0, 0)
        row.setSpacing(GAP_CARD)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def show_step(self, mark: Mark, title: str, detail: str = "", end: str = "") -> None:
        """Show state and texts of the step."""
        self.mark.show_mark(*mark)
        self._title.setText(title)
        self._title.set_ink(Ink.SECOND if mark == WAITING else Ink.TEXT)
        for label, text in ((self._detail, detail), (self._end, end)):
            label.setText(text)
            label.setVisible(bool(text))
        self.setAccessibleName(" ".join(filled(title, detail, end)))


class PaperSignals(QObject):
    """Signals carry record ids; a date is None if its field holds no valid date."""

    sign_requested = Signal(int, int, object)
    """Signer, original and day."""
    sign_everywhere_requested = Signal(int, object)
    """Signer and day: on every original that lacks the name."""
    sign_original_requested = Signal(int, object)
    """Original and day: everybody who is missing on it."""
    remark_requested = Signal(int, int, object)
    """As signing, with a view that was written beside it by hand."""
    reservation_requested = Signal(int, int)
    """Signer and original of a recorded signature beside which a view was written by hand."""
    strike_requested = Signal(int, int)
    """Signer and original of a record made by mistake."""
    strike_batch_requested = Signal(int, int)
    """Signer and original of a record that is to be struck with all that the same act recorded."""
    notice_sent = Signal(object)
    """The notice as typed."""
    extracts_requested = Signal()
    """The letters that tell each unit what was adopted shall be printed."""
    scan_requested = Signal()
    """A scan of the signed paper shall be added."""
    scan_shown = Signal(int)
    """The scan of this original shall be looked at."""
    look_chosen = Signal(str)
    """The printed paper, or the scan, shall stand in the middle of the page."""
    close_requested = Signal()
    amend_requested = Signal()
    """A correction of the signed minutes shall be begun."""
    amendment_requested = Signal(int)
    """The correction that is begun shall be written on; the id is that of its version."""
    reached = Signal(object)
    """The keyboard came to this part of the panel, which shall then be in sight."""


MOST_SEGMENTS = 2
"""More originals than these are chosen from a list: their words would not fit beside each other."""


class OriginalChooser(QWidget):
    """Choice of an original; `chosen` is emitted only for operator actions."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switch = SegmentedSwitch(name=words.ORIGINAL)
        self.switch.setObjectName("original")
        self.choice = ChoiceField()
        self.choice.setObjectName("originalChoice")
        self.choice.setAccessibleName(words.ORIGINAL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.switch)
        column.addWidget(self.choice)
        self._few = False
        self.switch.hide()
        self.switch.chosen.connect(self._picked)
        self.choice.value_changed.connect(self._picked)

    def show_originals(self, labels: Mapping[int, str], original: int) -> None:
        """Offer the originals and select one."""
        self.setVisible(len(labels) > 1)
        self._few = len(labels) <= MOST_SEGMENTS
        if self._few:
            self.switch.set_labels({str(one): label for one, label in labels.items()})
            self.switch.set_value(str(original))
        self.choice.set_options([Option(str(one), label) for one, label in labels.items()])
        self.choice.set_value(str(original))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Allow the width of the list, which replaces the switch if space is short."""
        return QSize(self.choice.minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the switch if its texts fit, else the list."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Adapt to the font size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            # once the parts have measured themselves
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        fits = self._few and self.switch.minimumSizeHint().width() <= self.width()
        if fits != self.switch.isVisibleTo(self):
            with keep_focus_inside(self):
                self.switch.setVisible(fits)
                self.choice.setVisible(not fits)

    def _picked(self, key: str | None) -> None:
        if key is not None:
            self.switch.set_value(key)
            self.choice.set_value(key)
            self.chosen.emit(int(key))
