"""Keyboards and a pointer: events as the platform would send them, found and aimed like a person does."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

PLAIN: Final = Qt.KeyboardModifier.NoModifier
HELD: Final = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}
ROWS: Final = (
    (10, "1234567890", "۱۲۳۴۵۶۷۸۹۰"),
    (24, "QWERTYUIOP", "ضصثقفغعهخح"),
    (38, "ASDFGHJKL", "شسیبلاتنم"),
    (52, "ZXCVBNM", "ظطزرذدپ"),
)
"""The key rows of X11 with the letters of the layouts `us` and `ir`, from the left."""
PLACES: Final = {latin: (first + at, row[at]) for first, keys, row in ROWS for at, latin in enumerate(keys)}
FARTHEST = 200
"""Turns of the wheel after which something counts as unreachable."""


class NotThere(AssertionError):
    """A person would not find it, or could not press it."""


def front() -> QWidget:
    """The window that has the keyboard: a popup, a dialog, or the program's own."""
    found = QApplication.activePopupWidget() or QApplication.activeModalWidget() or QApplication.activeWindow()
    if found is None:
        raise NotThere("no window has the keyboard")
    return found


class Keyboard:
    """Keys of a layout. With ``persian`` a chord such as Ctrl+S arrives as Ctrl+س, as with the layout `ir` alone."""

    def __init__(self, *, persian: bool = False) -> None:
        self.persian = persian

    def press(self, *chords: str) -> None:
        """Press chords one after the other: "Ctrl+Enter", "F6", "Down", "Space"."""
        for chord in chords:
            key, held = parted(chord)
            place = PLACES.get(chr(key)) if key < 0x80 else None
            if self.persian and place is not None:
                self._press_foreign(chr(key), place, held)
            else:
                QTest.keyClick(self._window(), key, held)

    def write(self, text: str) -> None:
        """Write a text letter by letter where the keyboard is; a new line is Shift+Enter."""
        for letter in text:
            if letter == "\n":
                self.press("Shift+Enter")
            elif letter == " ":
                QTest.keyClick(self._window(), Qt.Key.Key_Space)
            else:
                self._send(Qt.Key(ord(letter.upper()[0])), PLAIN, letter)

    def _press_foreign(self, latin: str, place: tuple[int, str], held: Qt.KeyboardModifier) -> None:
        code, letter = place
        virtual = ord(latin)
        self._send(Qt.Key(ord(letter)), held, letter if held == PLAIN else "", code, virtual)

    def _send(self, key: Qt.Key, held: Qt.KeyboardModifier, text: str, code: int = 0, virtual: int = 0) -> None:
        """By hand, since QTest knows Latin-1 alone."""
        target = QApplication.focusWidget() or front()
        QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, key, held, code, virtual, 0, text))
        # what the press has closed hears no release
        after = QApplication.focusWidget() or QApplication.activeWindow()
        if after is not None:
            QApplication.sendEvent(after, QKeyEvent(QEvent.Type.KeyRelease, key, held, code, virtual, 0, text))

    @staticmethod
    def _window() -> QWindow:
        window: QWindow | None = QGuiApplication.focusWindow()
        return front().windowHandle() if window is None else window


class Pointer:
    """Clicks through the window, so that what lies above, is shut out or has scrolled away is not reached."""

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Press a control in its middle, or at a place inside it."""
        if not widget.isEnabled():
            raise NotThere(f"{name_of(widget)} is shut")
        self.reveal(widget)
        place = widget.rect().center() if at is None else at
        window = widget.window()
        handle = window.windowHandle()
        target = widget.mapTo(window, place)
        hit = window.childAt(target) or window
        if not (hit is widget or widget.isAncestorOf(hit)):
            raise NotThere(f"{name_of(hit)} lies over {name_of(widget)}")
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, PLAIN, target)

    def double_click(self, widget: QWidget, at: QPoint) -> None:
        """Press twice at a place inside a control."""
        target = widget.mapTo(widget.window(), at)
        QTest.mouseDClick(widget.window().windowHandle(), Qt.MouseButton.LeftButton, PLAIN, target)

    def reveal(self, widget: QWidget) -> None:
        """Turn the wheel over every scroll area around the control until it can be seen."""
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                self._scroll(parent, widget)
            parent = parent.parentWidget()

    @staticmethod
    def _scroll(area: QScrollArea, widget: QWidget) -> None:
        for _turn in range(FARTHEST):
            port = area.viewport()
            shown = QRect(widget.mapTo(port, QPoint()), widget.size())
            middle = shown.center().y()
            if 0 <= middle < port.height():
                return
            turn = QPoint(0, 120 if middle < 0 else -120)
            before = area.verticalScrollBar().value()
            centre = QPointF(port.mapTo(port.window(), port.rect().center()))
            QTest.wheelEvent(port.window().windowHandle(), centre, turn)
            QApplication.processEvents()
            if area.verticalScrollBar().value() == before:
                break
        raise NotThere(f"{name_of(widget)} cannot be scrolled into sight")


def parted(chord: str) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    """The key of a chord and what is held with it."""
    *held, key = chord.split("+")
    found = int(QKeySequence(key.replace("Enter", "Return"))[0].key())  # type: ignore[index]  # the stub forgets it
    modifiers = PLAIN
    for one in held:
        modifiers |= HELD[one]
    return Qt.Key(found), modifiers


def name_of(widget: QWidget) -> str:
    """How a message names a control."""
    return f"{type(widget).__name__}({widget.objectName() or widget.accessibleName() or '?'})"
