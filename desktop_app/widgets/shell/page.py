"""Page: what fills the window beside its navigation."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """Base of the pages."""

    def focus_list(self) -> None:
        """Give the keyboard to where work begins; a list, where the page has one."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_writable(self, *, writable: bool) -> None:
        """Offer what can be recorded, or nothing of it; a page that only shows has nothing to do."""
