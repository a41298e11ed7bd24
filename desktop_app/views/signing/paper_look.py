"""The switch above the pages: the paper as it is printed, or the scan of an original that came back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.read_models.scans import ScansSheet
from desktop_app.text.papers import scan_import as words
from desktop_app.widgets.fields.segmented import SegmentedSwitch

PRINTED: Final = "printed"
SCAN: Final = "scan"


class PaperLook(SegmentedSwitch):
    """Gone while no scan is kept; its scan is that of the original that was looked at last, or kept after that."""

    look_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name=words.SHOWN)
        self.setObjectName("paperLook")
        self._originals = 1
        self._original = 1
        self._version_id, self._kept = 0, list[int]()
        self.chosen.connect(self.look_chosen)
        self._show_labels(PRINTED)
        self.hide()

    def original(self) -> int:
        """Whose scan it offers."""
        return self._original

    def show_scans(self, scans: ScansSheet) -> None:
        """Which originals have a scan."""
        self._originals = scans.originals
        kept = [one.original for one in scans.scans]
        came = [one for one in kept if one not in self._kept] if scans.version_id == self._version_id else []
        if came or self._original not in kept:
            self._original = (came or kept or [1])[-1]
        self._version_id, self._kept = scans.version_id, kept
        self._show_labels(self.value() if kept else PRINTED)
        self.setVisible(bool(kept))

    def show_chosen(self, original: int | None) -> None:
        """The scan of this original shows; None for the printed paper."""
        if original is not None:
            self._original = original
        self._show_labels(PRINTED if original is None else SCAN)

    # ---- inside

    def _show_labels(self, chosen: str | None) -> None:
        scan = words.SCAN if self._originals <= 1 else words.scan_named(self._original)
        self.set_labels({PRINTED: words.PRINTED, SCAN: scan})
        self.set_value(chosen)
