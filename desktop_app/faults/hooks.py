"""The three hooks through which Python tells of errors that nobody caught."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Final

from desktop_app.faults.log import LOGGER_NAME

if TYPE_CHECKING:
    from desktop_app.faults.report import Report

_LOG: Final = logging.getLogger(f"{LOGGER_NAME}.faults")


def _no_refusal(_error: BaseException) -> bool:
    return False


class Faults:
    """Takes every uncaught error: first the operator's work is kept, then the log, then the dialog.

    ``keep_work`` saves drafts; ``show`` gets the report on whichever thread the error happened (the
    presenter of :mod:`.presenter` brings it to the main thread itself). The same fault is shown once: one that
    returns with every repaint must not bury the window under dialogs. ``tell_refusal`` is asked before ``show``, on
    the same thread: where it answers True the error is a refusal, and no dialog shows it.
    """

    def __init__(
        self,
        *,
        show: Callable[[Report], object] | None = None,
        keep_work: Callable[[], object] | None = None,
        tell_refusal: Callable[[BaseException], bool] = _no_refusal,
    ) -> None:
        self._show = show
        self._keep_work = keep_work
        self._tell_refusal = tell_refusal
        self._shown: set[str] = set()
        self._inside = threading.local()
        self._before: tuple[object, object, object] | None = None

    def install(self) -> None:
        """Take the hooks over; :meth:`remove` gives them back."""
        self._before = (sys.excepthook, sys.unraisablehook, threading.excepthook)
        sys.excepthook = self._uncaught
        sys.unraisablehook = self._unraisable
        threading.excepthook = self._in_thread

    def remove(self) -> None:
        """Give the hooks back to whom they belonged before."""
        if self._before is not None:
            sys.excepthook, sys.unraisablehook, threading.excepthook = self._before  # type: ignore[assignment]
            self._before = None

    def caught(self, error: BaseException, where: str) -> Report:
        """Treat an error that a broad ``except`` of ours caught like one that nobody caught."""
        report = _described(error, where)
        if getattr(self._inside, "busy", False):
            # Keeping the work or showing the dialog failed in its turn: write it down, go no deeper
            _LOG.error("while telling a fault: %s", report.text)
            return report
        self._inside.busy = True
        try:
            self._safely(self._keep_work)
            _LOG.error("%s", report.text)
            self._safely(lambda: self._tell(error, report))
        finally:
            self._inside.busy = False
        return report

    def _tell(self, error: BaseException, report: Report) -> None:
        if self._show is None or report.mark in self._shown or self._tell_refusal(error):
            return
        self._shown.add(report.mark)
        self._show(report)

    def _safely(self, act: Callable[[], object] | None) -> None:
        try:
            if act is not None:
                act()
        except Exception as error:
            _LOG.error("while telling a fault: %s", _described(error, "faults").text)

    def _uncaught(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(_kind, error, _trace)
            return
        self.caught(error, "window")

    def _in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.caught(args.exc_value, "thread")

    def _unraisable(self, args: sys.UnraisableHookArgs) -> None:
        """An error while something was cleared away: nothing was lost, so it is written down, not shown."""
        if args.exc_value is not None:
            _LOG.error("%s", _described(args.exc_value, "clearing away").text)


def _described(error: BaseException, where: str) -> Report:
    # only now: a start without faults does not pay for what tells them
    from desktop_app.faults.report import describe

    return describe(error, where)
