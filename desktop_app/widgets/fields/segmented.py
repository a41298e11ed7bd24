"""Segmented switch: one part is chosen by mouse, arrow keys or a letter."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from desktop_app.widgets.controls.held_keys import SHIFT, held_keys
from desktop_app.widgets.style.look import paint_rounded, ring, tokens_of
from desktop_app.widgets.style.tokens import HEIGHT_COMPACT, RADIUS_FIELD, TextRole, Tone
from desktop_app.words import widgets as words


@dataclass(frozen=True, slots=True)
class Segment:
    """One part: key, word, shortcut letter, tone when chosen."""

    key: str
    label: str
    letter: str = ""
    tone: Tone | None = None


class _SegmentButton(QRadioButton):
    """Radio button painted as a part of the switch."""

    def __init__(self, owner: SegmentedSwitch, segment: Segment) -> None:
        super().__init__(owner)
        self._owner = owner
        self.segment = segment
        self.setText(segment.label)
        self.setAccessibleName(segment.label)
        if segment.letter:
            self.setToolTip(words.with_letter(segment.label, segment.letter))

    def show_label(self, label: str) -> None:
        """Change the text of the part."""
        self.segment = replace(self.segment, label=label)
        self.setText(label)
        self.setAccessibleName(label)
        self.updateGeometry()

    def hitButton(self, position: QPoint) -> bool:
        """Accept clicks on the whole part."""
        return self.rect().contains(position)

    def sizeHint(self) -> QSize:
        """Return the size of the word in bold, so that choosing moves nothing."""
        tokens = tokens_of(self)
        font = tokens.font(TextRole.LABEL)
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        return QSize(metrics.horizontalAdvance(self.text()) + 22, max(tokens.px(28), metrics.height() + 6))

    def minimumSizeHint(self) -> QSize:
        """Return a slightly smaller size."""
        return QSize(self.sizeHint().width() - 12, self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Announce the question, and let the switch draw its ring."""
        self.setAccessibleDescription(self._owner.accessibleName())
        super().focusInEvent(event)
        self._owner.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the switch remove its ring."""
        super().focusOutEvent(event)
        self._owner.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass letters, Home and End to the switch."""
        if not self._owner.take_key(event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the word, in a white box if chosen."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        font = tokens.font(TextRole.LABEL)
        ink = tokens.colour("quiet" if not self.isEnabled() else "second")
        box = QRectF(self.rect())
        if self.isChecked():
            paint_rounded(painter, box, RADIUS_FIELD - 1, tokens.colour("surface"), tokens.colour("edge"))
            font.setWeight(QFont.Weight.DemiBold)
            ink = tokens.ink(self.segment.tone) if self.segment.tone else tokens.colour("text")
        elif self.underMouse() and self.isEnabled():
            paint_rounded(painter, box, RADIUS_FIELD - 1, tokens.hover())
        painter.setFont(font)
        painter.setPen(ink)
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextForceRightToLeft)
        painter.drawText(self.rect().adjusted(0, -1, 0, -1), flags, self.text())


class SegmentedSwitch(QWidget):
    """Switch with at most one part chosen. `chosen` is emitted only for the operator's choices."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, segments: Sequence[Segment] = (), name: str = "") -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: list[_SegmentButton] = []
        self._keys_first: Callable[[QKeyEvent], bool] | None = None
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(3, 3, 3, 3)
        self._layout.setSpacing(2)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group.buttonClicked.connect(self._tell)
        self.set_segments(segments)

    def set_segments(self, segments: Sequence[Segment]) -> None:
        """Replace the parts and clear the choice."""
        for old in self._buttons:
            self._group.removeButton(old)
            self._layout.removeWidget(old)
            old.deleteLater()
        self._buttons = [_SegmentButton(self, segment) for segment in segments]
        for button in self._buttons:
            self._group.addButton(button)
            self._layout.addWidget(button, 1)
        if self._buttons:
            self.setFocusProxy(self._buttons[0])

    def set_labels(self, labels: Mapping[str, str]) -> None:
        """Change the texts of the parts by key; keep choice and focus if the keys are unchanged."""
        if [button.segment.key for button in self._buttons] != list(labels):
            self.set_segments([Segment(key, label) for key, label in labels.items()])
            return
        for button in self._buttons:
            button.show_label(labels[button.segment.key])

    def value(self) -> str | None:
        """The key of the chosen part."""
        button = self._group.checkedButton()
        return button.segment.key if isinstance(button, _SegmentButton) else None

    def set_value(self, key: str | None) -> None:
        """Choose from code, without a signal; None clears the choice."""
        self._group.setExclusive(False)
        for button in self._buttons:
            button.setChecked(button.segment.key == key)
        self._group.setExclusive(True)
        chosen = [button for button in self._buttons if button.isChecked()]
        if self._buttons:
            self.setFocusProxy((chosen or self._buttons)[0])
        self.update()

    def choose(self, key: str) -> None:
        """Choose as the operator does, with the signal `chosen`."""
        for button in self._buttons:
            if button.segment.key == key and self.isEnabled():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                button.setChecked(True)
                self._tell(button)

    def set_keys_first(self, take: Callable[[QKeyEvent], bool] | None) -> None:
        """Set a function that sees each key first and returns whether it used it."""
        self._keys_first = take

    def take_key(self, event: QKeyEvent) -> bool:
        """Handle a letter in any keyboard layout, Home and End; return whether it was used."""
        if self._keys_first is not None and self._keys_first(event):
            return True
        if not self._buttons or not held_keys(event) <= {SHIFT}:
            return False
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.choose(self._buttons[0 if event.key() == Qt.Key.Key_Home else -1].segment.key)
            return True
        letter = words.persian_letter(event.text())
        for button in self._buttons:
            if letter and button.segment.letter == letter:
                self.choose(button.segment.key)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the letters when a row passes its keys on."""
        if not self.take_key(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Update the size when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Return at least the height of a compact control."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), max(hint.height(), tokens_of(self).px(HEIGHT_COMPACT)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the background, and the ring if a part has the focus."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        box = QRectF(self.rect())
        edge = tokens.outline(tokens.colour("edge"))
        paint_rounded(painter, box, RADIUS_FIELD + 1, tokens.colour("sunken"), edge)
        tone = self.property("tone")
        if tone:
            ring(painter, box, RADIUS_FIELD + 1, tokens.ink(Tone(tone)))
        if any(button.hasFocus() for button in self._buttons):
            ring(painter, box, RADIUS_FIELD + 1, tokens.colour("accent"))

    def _tell(self, button: object) -> None:
        if isinstance(button, _SegmentButton):
            self.setFocusProxy(button)
            self.chosen.emit(button.segment.key)
