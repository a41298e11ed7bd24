"""Multiple choice as removable chips, with a line to find the next option.

Pressing a chip or Delete removes it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QWidget

from desktop_app.widgets.fields.folded_completer import KEY_ROLE, FoldedCompleter, Option, folded, option_model
from desktop_app.widgets.fields.line_field import TextLine, set_base_direction
from desktop_app.widgets.shell.card import FlowLayout
from desktop_app.widgets.style.look import icons_of, paint_rounded, ring, tokens_of
from desktop_app.widgets.style.style_frames import field_tone, paint_field
from desktop_app.widgets.style.tokens import HEIGHT_CONTROL, TextRole, Tokens, Tone
from desktop_app.widgets.style.writing import RIGHT
from desktop_app.words import widgets as words


class Chip(QPushButton):
    """Chip with a quiet `name` and a strong `text`, as in «طرف: استانداری»; `accent` for active filters."""

    removed = Signal()
    walked = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, text: str = "", name: str = "", accent: bool = False) -> None:
        super().__init__(parent)
        self._name, self._accent = name, accent
        self.setText(text)
        self.setAutoDefault(False)
        self.setAccessibleName(words.remove_chip(f"{name}: {text}" if name else text))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.removed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove on Delete and Backspace; move with the arrows."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.walked.emit(1 if event.key() == Qt.Key.Key_Left else -1)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the size of text, x and margins."""
        tokens = tokens_of(self)
        metrics = QFontMetrics(tokens.font(TextRole.LABEL))
        width = metrics.horizontalAdvance(self._head()) + metrics.horizontalAdvance(self.text())
        return QSize(width + tokens.px(14) + 30, max(tokens.px(28), metrics.height() + 6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw name, value and x from the right."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        self._paint_ground(painter, tokens)
        font = tokens.font(TextRole.LABEL)
        metrics = QFontMetrics(font)
        ink = tokens.colour("quiet" if not self.isEnabled() else "accent" if self._accent else "text")
        painter.setFont(font)
        right = self.width() - 12
        flags = int(RIGHT | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextForceRightToLeft)
        head = metrics.horizontalAdvance(self._head())
        if head:
            painter.setPen(tokens.colour("second"))
            painter.drawText(QRectF(right - head - 2, -1, head + 2, self.height()), flags, self._head())
            right -= head
        painter.setPen(ink)
        painter.drawText(QRectF(0, -1, right, self.height()), flags, self.text())
        if not self.isEnabled():
            # Nothing can be taken away: no x promises it
            return
        side = tokens.px(14)
        icons_of(self).paint(painter, QRectF(8, (self.height() - side) / 2, side, side), "x", ink)

    def _paint_ground(self, painter: QPainter, tokens: Tokens) -> None:
        box = QRectF(self.rect())
        radius = box.height() / 2 if self._accent else 6
        fill = tokens.colour("selected" if self._accent else "sunken")
        edge = tokens.colour("accent") if self._accent else tokens.outline(tokens.colour("edge"))
        paint_rounded(painter, box, radius, fill, edge)
        if self.underMouse():
            paint_rounded(painter, box, radius, tokens.hover())
        if self.hasFocus():
            ring(painter, box, radius, tokens.colour("accent"))

    def _head(self) -> str:
        return f"{self._name}: " if self._name else ""


class _ChipLine(TextLine):
    """Line of a chip list: Backspace when empty goes to the last chip, Down opens the list."""

    def __init__(self, owner: QWidget, to_last: Callable[[], None]) -> None:
        super().__init__(owner)
        self._owner = owner
        self._to_last = to_last
        self.setFrame(False)
        self.setProperty("bare_frame", True)
        self.setMinimumWidth(72)
        set_base_direction(self, right_to_left=True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the ring around the whole box."""
        super().focusInEvent(event)
        self._owner.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Remove the ring."""
        super().focusOutEvent(event)
        self._owner.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle Backspace and Down."""
        if not self.text() and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Right):
            self._to_last()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4) and self.completer() is not None:
            self.completer().setCompletionPrefix(self.text())
            self.completer().complete()
        else:
            super().keyPressEvent(event)


class ChipList(QWidget):
    """Multiple choice; `values_changed` is emitted only for the operator's changes, in order of choosing."""

    values_changed = Signal(object)
    noticed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None, *, options: Sequence[Option] = (), placeholder: str = "") -> None:
        super().__init__(parent)
        self._options: tuple[Option, ...] = ()
        self._chips: dict[str, Chip] = {}
        self._line = _ChipLine(self, self._to_last)
        self._line.setPlaceholderText(placeholder)
        self._line.returnPressed.connect(self._enter)
        self._line.editingFinished.connect(self._left)
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(6, 4, 8, 4)
        self._flow.addWidget(self._line)
        self.setFocusProxy(self._line)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._line.setFixedHeight(tokens_of(self).px(HEIGHT_CONTROL) - 8)
        self.set_options(options)

    def set_options(self, options: Sequence[Option]) -> None:
        """Set the options; chips no longer offered stay until removed."""
        self._options = tuple(options)
        self._offer()

    def values(self) -> tuple[str, ...]:
        """The chosen keys."""
        return tuple(self._chips)

    def set_values(self, keys: Sequence[str]) -> None:
        """Choose from code, without a signal."""
        for key in tuple(self._chips):
            self._drop(key)
        for key in keys:
            self._put(key)
        self._offer()

    def add(self, key: str) -> None:
        """Add a choice as the operator does."""
        if key not in self._chips and self._put(key):
            self._line.clear()
            self._changed()

    def remove(self, key: str) -> None:
        """Remove a choice as the operator does; the focus goes to its neighbour."""
        if key in self._chips:
            keys = list(self._chips)
            place = keys.index(key)
            self._drop(key)
            left = list(self._chips.values())
            (left[min(place, len(left) - 1)] if left else self._line).setFocus(Qt.FocusReason.OtherFocusReason)
            self._changed()

    def chips(self) -> list[Chip]:
        """The chips from the right."""
        return list(self._chips.values())

    def line(self) -> QLineEdit:
        """The line for the next choice."""
        return self._line

    def setAccessibleName(self, name: str) -> None:
        """Set the name on the line, which has the focus."""
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """Set the description on the line."""
        super().setAccessibleDescription(description)
        self._line.setAccessibleDescription(description)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Give the focus to the line."""
        self._line.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box of a field."""
        painter = QPainter(self)
        focus = self._line.hasFocus()
        paint_field(tokens_of(self), painter, self.rect(), enabled=self.isEnabled(), focus=focus, tone=field_tone(self))

    def _put(self, key: str) -> bool:
        option = next((one for one in self._options if one.key == key), None)
        if option is None:
            return False
        chip = Chip(self, text=option.label)
        chip.removed.connect(lambda key=key: self.remove(key))
        chip.walked.connect(lambda step, key=key: self._walk(key, step))
        self._chips[key] = chip
        self._flow.insert_before_last(chip)
        chip.show()
        self._offer()
        return True

    def _drop(self, key: str) -> None:
        chip = self._chips.pop(key)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _changed(self) -> None:
        self._offer()
        self.updateGeometry()
        self.noticed.emit("", Tone.NEUTRAL.value)
        self.values_changed.emit(self.values())

    def _offer(self) -> None:
        # A new completer each time: the old one would still write its word into the line after the choice
        old = self._line.completer()
        rest = [option for option in self._options if option.key not in self._chips]
        completer = FoldedCompleter(option_model(rest, self), self)
        completer.activated[QModelIndex].connect(self._completed)  # type: ignore[index]
        self._line.setCompleter(completer)
        if isinstance(old, FoldedCompleter):
            old.model().deleteLater()
            old.disconnect_line()

    def _completed(self, index: QModelIndex) -> None:
        self.add(str(index.data(KEY_ROLE)))

    def _enter(self) -> None:
        wanted = folded(self._line.text())
        hits = [one for one in self._options if wanted and wanted in folded(f"{one.label} {one.note}")]
        exact = [one for one in hits if folded(one.label) == wanted] or hits
        if len(exact) == 1:
            self.add(exact[0].key)

    def _left(self) -> None:
        text = self._line.text().strip()
        self.noticed.emit(words.not_in_list(text) if text else "", (Tone.DANGER if text else Tone.NEUTRAL).value)

    def _walk(self, key: str, step: int) -> None:
        chips = list(self._chips.values())
        place = list(self._chips).index(key) + step
        target = chips[max(0, place)] if place < len(chips) else self._line
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _to_last(self) -> None:
        if self._chips:
            list(self._chips.values())[-1].setFocus(Qt.FocusReason.TabFocusReason)
