"""The file of a scan that goes with a form: chosen, dropped onto it, pasted, or taken off again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.text.papers import attached_files as file_words
from desktop_app.text.shared.isolates import apart
from desktop_app.text.taking_over import taking_over as words
from desktop_app.views.files.file_drop import Brought
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP, Ink, TextRole


class ScanPicker(QWidget):
    """Holds the path of a file and nothing of it, or a picture; the bytes are read once the form is entered."""

    pick_requested = Signal()
    stop_requested = Signal()
    scan_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = Brought()
        self._taking = False
        self._name = TextLabel(role=TextRole.SECOND, elide=True)
        self._pick = Button(text=words.SCAN_PICK, icon="paperclip")
        self._pick.setObjectName("pickScan")
        self._drop = Button(kind=ButtonKind.QUIET, icon="x", name=words.SCAN_DROP)
        self._drop.setObjectName("dropScan")
        self._stop = Button(text=words.SCAN_STOP, kind=ButtonKind.QUIET, icon="x")
        self._stop.setObjectName("stopScan")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(self._pick)
        line.addWidget(self._name)
        line.addWidget(self._drop)
        line.addWidget(self._stop)
        line.addStretch(1)
        self.setFocusProxy(self._pick)
        self._pick.clicked.connect(self.pick_requested)
        self._drop.clicked.connect(self._take_off)
        self._stop.clicked.connect(self.stop_requested)
        self._show()

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab walks, in its order."""
        return (self._pick, self._drop, self._stop)

    def found(self) -> Brought:
        """The one file that was chosen or brought, or the picture."""
        return self._found

    def set_found(self, found: Brought) -> None:
        """Another scan, or none."""
        self._found = found
        self._show()
        self.scan_changed.emit()

    def show_taking(self, taking: bool) -> None:
        """While its bytes are copied nothing else is chosen, and the copying can be given up."""
        self._taking = taking
        self._show()
        if taking:
            self._stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_off(self) -> None:
        self.set_found(Brought())
        self._pick.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        name = _told(self._found)
        self._name.setText(words.SCAN_TAKING if self._taking else name)
        self._name.set_ink(Ink.TEXT if self._found and not self._taking else Ink.QUIET)
        self._pick.setEnabled(not self._taking)
        self._pick.setAccessibleDescription(name)
        self._drop.setVisible(bool(self._found) and not self._taking)
        self._stop.setVisible(self._taking)


def _told(found: Brought) -> str:
    if found.paths:
        return apart(found.paths[0].name)
    return file_words.PASTED if found else words.SCAN_NONE
