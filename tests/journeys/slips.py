"""For runs outside pytest: an exception in a slot ends nothing in Qt, so it is kept here and fails the run."""

from __future__ import annotations

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

QUIET = ("This plugin does not support",)
"""What the offscreen platform cannot do, and says so."""


class Slips:
    """What went wrong where nobody hears it; empty when all was well."""

    def __init__(self) -> None:
        self.told: list[str] = []
        sys.excepthook = self._exception
        qInstallMessageHandler(self._message)

    def _exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.told.append("".join(traceback.format_exception(kind, error, trace)))

    def _message(self, kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not text.startswith(QUIET):
            self.told.append(text)
