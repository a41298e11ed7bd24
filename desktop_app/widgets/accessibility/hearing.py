"""Accessibility events for screen readers: alerts and changes of a control's name.

Qt's table of roles and events loads slowly, so the first window does without it.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def tell_alert(widget: QWidget) -> None:
    """Something is said that has to be heard now."""
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))


def tell_new_name(widget: QWidget) -> None:
    """What is read out for a control has changed; of one that does not show nobody has heard the old."""
    if not widget.isVisible():
        return
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.NameChanged))
