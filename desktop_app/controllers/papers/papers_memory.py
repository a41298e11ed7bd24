"""Memory of the page of papers, kept on this machine: the kind that was chosen last and what lasts of its choices."""

from __future__ import annotations

import json

from PySide6.QtCore import QSettings

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.text.json_text import read_json

CHOICE = "papers/choice"


class PapersMemory:
    """Month and meeting are the newest each time."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def read(self) -> PaperOrder:
        """The remembered choice; what makes no sense is as if it were not there."""
        try:
            found = read_json(str(self._settings.value(CHOICE) or "{}"))
            year = found.get("year")
            return PaperOrder(
                kind=PaperKind(found.get("kind", PaperKind.MONTHLY_REPORT)),
                year=year if isinstance(year, int) else None,
                every=found.get("every") is True,
            )
        except (ValueError, AttributeError):
            return PaperOrder(kind=PaperKind.MONTHLY_REPORT)

    def keep(self, order: PaperOrder) -> None:
        """Remember it."""
        kept = {"kind": order.kind.value, "year": order.year, "every": order.every}
        self._settings.setValue(CHOICE, json.dumps(kept))
