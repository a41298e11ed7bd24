"""Buttons (filled, outlined, quiet, dangerous) with icon and shortcut hint; and links.

Enter presses the button that has the keyboard, as Space does. Qt gives Enter to the default button of a dialog,
whichever button the ring is on, and to none on a page.
"""

from __future__ import annotations

from PySide6.QtCore import Property, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_app.widgets.controls.held_keys import held_keys
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import ring, tokens_of
from desktop_app.widgets.style.tokens import TextRole, Tone
from desktop_app.widgets.style.writing import paint_wrapped, wrapped_height


class PressButton(QPushButton):
    """Button that Enter presses only while it has the focus."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button on Enter."""
        if not held_keys(event) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)


class Link(PressButton):
    """A button that looks like a link; Enter and Space press it."""

    def __init__(
        self, parent: QWidget | None = None, *, text: str = "", role: TextRole = TextRole.LABEL, wrap: bool = False
    ) -> None:
        super().__init__(parent)
        self._role, self._wrap = role, wrap
        self.setText(text)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        across = QSizePolicy.Policy.Expanding if wrap else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(across, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Whether the text wraps."""
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text."""
        return wrapped_height(self.text(), self._font(), width) + 2

    def sizeHint(self) -> QSize:
        """Return the size of the text."""
        metrics = QFontMetrics(self._font())
        return QSize(metrics.horizontalAdvance(self.text()) + 4, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        """Return a small width for wrapping text, the full size for other text."""
        return QSize(60, self.sizeHint().height()) if self._wrap else self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text, underlined under the pointer, with a ring on focus."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        font = self._font()
        font.setUnderline(self.underMouse())
        painter.setPen(tokens.colour("accent"))
        paint_wrapped(painter, QRectF(self.rect()), self.text(), font)
        if self.hasFocus():
            ring(painter, QRectF(self.rect()), 4, tokens.colour("accent"), 1.5)

    def _font(self) -> QFont:
        font = tokens_of(self).font(self._role)
        font.setWeight(QFont.Weight.DemiBold)
        return font


class Button(PressButton):
    """A push button with a kind (its emphasis); an icon without text needs a `name` for screen readers."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        text: str = "",
        kind: ButtonKind = ButtonKind.OUTLINED,
        icon: str = "",
        hint: str = "",
        name: str = "",
        compact: bool = False,
        small: bool = False,
    ) -> None:
        super().__init__(parent)
        self._kind, self._icon, self._hint, self._compact = kind, icon, hint, compact
        self._tone: Tone | None = None
        self.setProperty("small", small)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)
        if name:
            self.set_name(name)

    def set_name(self, name: str) -> None:
        """The spoken name and the tooltip of a button without words."""
        self.setAccessibleName(name)
        if not self.text():
            self.setToolTip(name)

    def set_kind(self, kind: ButtonKind) -> None:
        """Set how strongly the button is emphasised."""
        self._kind = kind
        self.update()

    def set_icon(self, icon: str) -> None:
        """Set or clear the icon."""
        self._icon = icon
        self._changed()

    def set_hint(self, hint: str) -> None:
        """Show the shortcut in Latin letters."""
        self._hint = hint
        self._changed()

    def set_tone(self, tone: Tone | None) -> None:
        """Give the edge the colour of a message."""
        self._tone = tone
        self.update()

    def _changed(self) -> None:
        # a push button keeps the size that it measured once; its own icon, which is none, is what lets go of it
        self.setIcon(self.icon())
        self.updateGeometry()
        self.update()

    def _get_kind(self) -> str:
        return self._kind.value

    def _set_kind_name(self, name: str) -> None:
        self.set_kind(ButtonKind(name))

    def _get_icon(self) -> str:
        return self._icon

    def _get_hint(self) -> str:
        return self._hint

    def _get_compact(self) -> bool:
        return self._compact

    def _set_compact(self, compact: bool) -> None:
        self._compact = compact
        self._changed()

    def _get_tone(self) -> str:
        return self._tone.value if self._tone else ""

    kind = Property(str, _get_kind, _set_kind_name)
    icon_name = Property(str, _get_icon, set_icon)
    hint = Property(str, _get_hint, set_hint)
    compact = Property(bool, _get_compact, _set_compact)
    tone = Property(str, _get_tone)

    def changeEvent(self, event: QEvent) -> None:
        """Update the size when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._changed()
