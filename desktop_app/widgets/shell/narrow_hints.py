"""The keys on the buttons of a head or a form: where it is narrow others have their room, and tooltips say them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.style.look import tokens_of

ROOMY: Final = 960
"""A head of fewer pixels, at writing of the usual size, shows no keys."""


class NarrowHints(QObject):
    """Follows the width of a head, or of what else holds the buttons, and the size of its writing."""

    def __init__(self, head: QWidget, buttons: Sequence[Button], *, roomy: int = ROOMY) -> None:
        super().__init__(head)
        self._head, self._roomy = head, roomy
        self._hints = {button: str(button.property("hint")) for button in buttons}
        self._shown = True
        head.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A new width, or another size of writing."""
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
