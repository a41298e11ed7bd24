"""Warnings of the toolkit about one PDF: it tells each only once, and several ask for them."""

from __future__ import annotations

import pikepdf


class ToolkitWarnings:
    """All that was told of a file since it was opened."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._told: list[str] = []

    def told(self) -> list[str]:
        """Whatever it is asked of the file may add to them."""
        self._told += self._pdf.get_warnings()
        return self._told
