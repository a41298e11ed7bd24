"""A window that comes to a screen of another resolution, as Qt tells the widgets in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget


def move_to_screen(widget: QWidget, ratio: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pixels of the screen for each of the window's from now on; Qt tells every widget by itself."""
    for one in (widget, *widget.findChildren(QWidget)):
        monkeypatch.setattr(one, "devicePixelRatioF", lambda: ratio, raising=False)
    for one in (widget, *widget.findChildren(QWidget)):
        QApplication.sendEvent(one, QEvent(QEvent.Type.DevicePixelRatioChange))
