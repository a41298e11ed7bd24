"""Chooser of an original of the paper: a switch for two, a list for more or in a narrow place, nothing for one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.text.minutes import signing as words
from desktop_app.widgets.accessibility.kept_keyboard import keyboard_inside
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.widgets.fields.folded_completer import Option
from desktop_app.widgets.fields.segmented import SegmentedSwitch

MOST_SEGMENTS = 2
"""More originals than these are chosen from a list: their words would not fit beside each other."""


class OriginalChooser(QWidget):
    """`chosen` tells the operator's acts only."""

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
        """Offer these and show which one is meant."""
        self.setVisible(len(labels) > 1)
        self._few = len(labels) <= MOST_SEGMENTS
        if self._few:
            self.switch.set_labels({str(one): label for one, label in labels.items()})
            self.switch.set_value(str(original))
        self.choice.set_options([Option(str(one), label) for one, label in labels.items()])
        self.choice.set_value(str(original))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the list, which takes the place of the switch there."""
        return QSize(self.choice.minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The switch where its words fit."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Other writing is wider or narrower."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            # once the parts have measured themselves
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        fits = self._few and self.switch.minimumSizeHint().width() <= self.width()
        if fits != self.switch.isVisibleTo(self):
            with keyboard_inside(self):
                self.switch.setVisible(fits)
                self.choice.setVisible(not fits)

    def _picked(self, key: str | None) -> None:
        if key is not None:
            self.switch.set_value(key)
            self.choice.set_value(key)
            self.chosen.emit(int(key))
