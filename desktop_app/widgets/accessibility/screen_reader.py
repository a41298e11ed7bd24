"""Accessibility events for screen readers: alerts and changes of a control's name.

Qt's table of roles and events loads slowly, so the first window does without it.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def announce_alert(widget: QWidget) -> None:
    """Announce a message through the screen reader now."""
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))


def announce_name(widget: QWidget) -> None:
    """Announce the changed name of a control, if the control is visible."""
    if not widget.isVisible():
        return
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.NameChanged))
