"""Action bar of a page: at most three buttons, a menu for the others, and shortcut hints.

Where the head is narrow the keys leave the buttons, and tooltips say them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Self

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.shell.menu_position import open_at
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import icons_of, paint_rounded, tokens_of
from desktop_app.widgets.style.tokens import GAP, ICON_BUTTON, TextRole
from desktop_app.words import widgets as words

_CAP, _GAP = 20, 6


class KeyHint(QWidget):
    """Shortcut hint next to a control; screen readers get it from the tooltip."""

    def __init__(self, parent: QWidget | None = None, *, letter: str = "", word: str = "") -> None:
        super().__init__(parent)
        self._letter, self._word = letter, word
        self.setAccessibleName(f"{letter} {word}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of the key and its word."""
        tokens = tokens_of(self)
        metrics = QFontMetrics(tokens.font(TextRole.NOTE))
        return QSize(tokens.px(_CAP) + _GAP + metrics.horizontalAdvance(self._word) + 2, tokens.px(_CAP))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a small box with the letter, then the word."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        side = float(tokens.px(_CAP))
        cap = QRectF(self.width() - side, 0, side, side)
        paint_rounded(painter, cap, 5, tokens.colour("surface"), tokens.colour("hairline"))
        painter.setFont(tokens.font(TextRole.NOTE))
        painter.setPen(tokens.colour("text"))
        painter.drawText(cap.adjusted(0, -2, 0, -2), int(Qt.AlignmentFlag.AlignCenter), self._letter)
        painter.setPen(tokens.colour("second"))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        room = QRectF(0, -1, cap.left() - _GAP, side)
        painter.drawText(room, int(flags) | int(Qt.TextFlag.TextForceRightToLeft), self._word)


ROOMY: Final = 960
"""A head of fewer pixels, at writing of the usual size, shows no keys."""


class NarrowHints(QObject):
    """Hides shortcut hints when the bar is too narrow for them."""

    def __init__(self, head: QWidget, buttons: Sequence[Button], *, roomy: int = ROOMY) -> None:
        super().__init__(head)
        self._head, self._roomy = head, roomy
        self._hints = {button: str(button.property("hint")) for button in buttons}
        self._shown = True
        head.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Check again on a new width or text size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.StyleChange):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        shown = self._head.width() >= tokens_of(self._head).px(self._roomy)
        if shown == self._shown:
            return
        self._shown = shown
        for button, keys in self._hints.items():
            button.set_hint(keys if shown else "")
            button.setToolTip("" if shown else keys)


@dataclass(frozen=True, slots=True)
class PageAction:
    """One action: key, verb, icon, and shortcuts in Latin letters."""

    key: str
    text: str
    icon: str = ""
    kind: ButtonKind = ButtonKind.OUTLINED
    hint: str = ""

    def as_kind(self, kind: ButtonKind) -> Self:
        """Return the action with another emphasis."""
        return replace(self, kind=kind)


class ActionBar(QWidget):
    """`act_requested` carries the key of the action; a button's object name is `act_<key>`."""

    act_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._more = Button(kind=ButtonKind.QUIET, icon="ellipsis", name=words.MORE_ACTS)
        self._more.setObjectName("moreActs")
        self._more.clicked.connect(self.open_menu)
        self._more.setVisible(False)
        self._buttons: list[Button] = []
        self._shown: tuple[PageAction, ...] = ()
        self._menu_acts: tuple[PageAction, ...] = ()
        self._menu = QMenu(self)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(GAP)
        self._line.addWidget(self._more)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_acts(self, buttons: Sequence[PageAction], menu: Sequence[PageAction] = ()) -> None:
        """Show these actions; a kept action keeps its button and focus."""
        self._menu_acts = tuple(menu)
        self._more.setVisible(bool(menu))
        if tuple(buttons) != self._shown:
            self._shown = tuple(buttons)
            self._rebuild()

    def button(self, key: str) -> Button | None:
        """Return the button of an action, if it is shown."""
        return next((one for one in self._buttons if one.objectName() == f"act_{key}"), None)

    def menu(self) -> QMenu:
        """Return the menu with its present actions."""
        self._menu.clear()
        tokens = tokens_of(self)
        for act in self._menu_acts:
            icon = icons_of(self).icon(act.icon, tokens.colour("second"), tokens.px(ICON_BUTTON))
            action = self._menu.addAction(icon, act.text)
            action.setObjectName(f"act_{act.key}")
            if act.hint:
                # told alone: the page has the keys itself
                action.setShortcut(QKeySequence(act.hint))
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(lambda _on=False, key=act.key: self.act_requested.emit(key))
        return self._menu

    def open_menu(self) -> None:
        """Open the menu at its button."""
        open_at(self.menu(), self._more)

    def _rebuild(self) -> None:
        old, self._buttons = self._buttons, []
        for act in self._shown:
            button = Button(text=act.text, kind=act.kind, icon=act.icon, hint=act.hint)
            button.setObjectName(f"act_{act.key}")
            button.setAccessibleName(act.text)
            button.clicked.connect(lambda _on=False, key=act.key: self.act_requested.emit(key))
            self._buttons.append(button)
            self._line.addWidget(button)
        # the window's own: after a question the window may not be the active one again yet
        if self._buttons and self.window().focusWidget() in old:
            # an act that is over takes its button away; the page must not lose the keyboard, and its keys, with it
            self._buttons[-1].show()
            self._buttons[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        for button in old:
            self._line.removeWidget(button)
            button.hide()
            button.deleteLater()
