"""Shortcuts in Latin letters that work in every keyboard layout.

With only a Persian layout loaded, Ctrl+S arrives as Ctrl+س and no action answers; twin shortcuts are ambiguous.
So actions carry Latin keys alone, and one filter reads the *place* of a key that has no Latin letter. The control with
the keyboard comes before the actions, under every layout.

AltGr arrives on Windows as Ctrl and Alt together. What types a letter with both is writing and no chord, and no action
has Ctrl+Alt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.widgets.controls.held_keys import ALT, CONTROL, held_keys

_X11_ROWS: Final = ((10, "1234567890"), (24, "QWERTYUIOP"), (38, "ASDFGHJKL"), (52, "ZXCVBNM,"))
_X11: Final = {first + place: letter for first, row in _X11_ROWS for place, letter in enumerate(row)}
_WINDOWS_COMMA: Final = 0xBC
_FIRST_FOREIGN: Final = 0x80
_FIRST_SPECIAL: Final = 0x01000000
_TELLING: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier
)
_CHORDS: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def add_action(
    owner: QWidget, text: str, keys: str | Iterable[str], act: Callable[[], object], *, enabled: bool = True
) -> QAction:
    """Add an action with shortcuts, such as "Ctrl+S" or ("Ctrl+F", "F3"), to a window or page."""
    action = QAction(text, owner)
    every = (keys,) if isinstance(keys, str) else tuple(keys)
    action.setShortcuts([QKeySequence(one) for one in every if one])
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda _on=False: act())
    action.setEnabled(enabled)
    owner.addAction(action)
    return action


def paste_keys() -> tuple[str, ...]:
    """Return the paste shortcuts of this system, Ctrl+V first."""
    every = [one.toString() for one in QKeySequence.keyBindings(QKeySequence.StandardKey.Paste)]
    return tuple(dict.fromkeys(("Ctrl+V", *every)))


def add_page_action(page: QWidget, text: str, keys: str | Iterable[str], act: Callable[[], object]) -> QAction:
    """Add an action that works anywhere in the window while its page is shown.

    A button that is pressed and then goes takes the keyboard out of the page with it; the page keeps its keys.
    """
    action = add_action(page, text, keys, act)
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    return action


def hand_over(control: QWidget, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
    """Pass a shortcut to a control that overrides it (as a field does undo); return whether it did.

    The control is asked as Qt asks it, and so are those around it.
    """
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
    asked.ignore()
    QCoreApplication.sendEvent(control, asked)
    if asked.isAccepted():
        QCoreApplication.sendEvent(control, QKeyEvent(QEvent.Type.KeyPress, key, held))
    return asked.isAccepted()


def latin_key(event: QKeyEvent, *, windows: bool) -> Qt.Key | None:
    """Return the Latin key for a key of another layout; None for Latin and special keys."""
    key = int(event.key())
    if key < _FIRST_FOREIGN or key >= _FIRST_SPECIAL:
        return None
    if windows:
        code = event.nativeVirtualKey()
        if code == _WINDOWS_COMMA:
            return Qt.Key.Key_Comma
        return Qt.Key(code) if 0x30 <= code <= 0x39 or 0x41 <= code <= 0x5A else None
    letter = _X11.get(event.nativeScanCode())
    return Qt.Key(ord(letter)) if letter else None


def is_alt_gr(event: QKeyEvent) -> bool:
    """Whether Ctrl+Alt typed a character, which is how Windows reports AltGr."""
    return {CONTROL, ALT} <= held_keys(event) and event.text()[:1] > " "


class NativeKeyFilter(QObject):
    """Event filter of the application; `actions` returns the actions that may be triggered now."""

    def __init__(self, app: QApplication, actions: Callable[[], Iterable[QAction]], *, windows: bool) -> None:
        super().__init__(app)
        self._app = app
        self._actions = actions
        self._windows = windows
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Trigger the action of the pressed key, or pass the Latin key to the focused control."""
        # every event of the program comes by: its class is at hand, its type is made for each that asks
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        held = event.modifiers() & _TELLING
        if not held & _CHORDS or not isinstance(watched, QWidget):
            return False
        key = None if self._windows and is_alt_gr(event) else latin_key(event, windows=self._windows)
        if key is None:
            return False
        if hand_over(watched, key, held) or self._trigger(watched, key, held):
            return True
        if not held & Qt.KeyboardModifier.ControlModifier:
            # Alt with a letter is also how a word is reached, in the letters of its own language
            return False
        again = QKeyEvent(QEvent.Type.KeyPress, key, held, "", event.isAutoRepeat(), event.count())
        return bool(self._app.sendEvent(watched, again))

    def _trigger(self, watched: QWidget, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        wanted = QKeySequence(int(key) | held.value)
        for action in self._actions():
            if action.isEnabled() and wanted in action.shortcuts() and _same_window(action, watched):
                action.trigger()
                return True
        return False


def _same_window(action: QAction, watched: QWidget) -> bool:
    """Whether the action belongs to the window of the widget, not to one behind a dialog."""
    owner = action.parent()
    return not isinstance(owner, QWidget) or owner.window() is watched.window()


def actions_in_reach(window: QWidget) -> list[QAction]:
    """Return the actions with shortcuts of visible controls of a window."""
    owners = [window, *window.findChildren(QWidget)]
    found = (action for owner in owners if owner.isVisible() for action in owner.actions())
    return [action for action in found if action.shortcuts()]
