"""Helpers that keep the keyboard focus when its control is hidden, disabled or deleted.

Where nobody has it, Tab begins at the top of the window, no key of the page acts, and whoever hears the screen hears
nothing. :class:`FocusKeeper` then gives it to the nearest control; a page that knows a better place says so first:
:func:`keep_focus_inside` while a part is exchanged, :func:`leave` before a part goes, :class:`JobFocus` while a job
runs.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TypeVar
from weakref import ref

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.widgets.accessibility.reading_order import focus_nearest, tab_stops

_LED = Qt.FocusReason.OtherFocusReason
Key = TypeVar("Key")


@contextmanager
def keep_focus_inside(root: QWidget, otherwise: Callable[[], object] | None = None) -> Iterator[None]:
    """Keep the focus inside ``root`` while controls in it are shown, hidden or disabled.

    Qt hands it to the next stop of the window, wherever that is, and a stack of pages to what had it in that page
    before, which may be shut by now: then it is nowhere. ``otherwise`` gives it to a better place than the first stop.
    """
    stood = _stands_in(root)
    yield
    if not stood:
        return
    inside = tab_stops(root)
    if not inside and not _stands_in(root):
        root.setFocus(_LED)
    elif inside and QApplication.focusWidget() not in inside:
        (otherwise or partial(inside[0].setFocus, _LED))()


def leave(part: QWidget, to: Callable[[], object]) -> None:
    """Move the focus to where ``to`` puts it, if it is inside ``part``, before ``part`` is removed."""
    if _stands_in(part):
        to()


def has_focus_inside(part: QWidget) -> bool:
    """Whether a control inside ``part`` has the focus of its window, even under a dialog."""
    held: QWidget | None = part.window().focusWidget()
    return held is not None and part.isAncestorOf(held)


def focused_row(rows: Mapping[Key, QWidget]) -> Key | None:
    """Return the key of the row that has the focus of its window, even under a dialog."""
    for key, row in rows.items():
        if row.window().focusWidget() is row or has_focus_inside(row):
            return key
    return None


def row_to_focus(held: Key, order: Sequence[Key], left: Container[Key]) -> Key | None:
    """Return the row for the focus after a list changed: ``held``, or the next in ``order``, or the one before."""
    place = order.index(held) if held in order else 0
    return next((one for one in (*order[place:], *reversed(order[:place])) if one in left), None)


class JobFocus:
    """Moves the focus of a page to the cancel button while a job runs, and back afterwards."""

    def __init__(self, page: QWidget, way_out: QWidget | None = None) -> None:
        """``way_out`` is the cancel button, which is visible while the job runs."""
        self._page, self._way_out = page, way_out
        self._before: QWidget | None = None
        self._led_to: QWidget | None = None

    @contextmanager
    def beginning(self) -> Iterator[None]:
        """Move the focus to the cancel button as other controls are disabled."""
        self._before = before = self._held()
        yield
        if before is not None and self._way_out is not None and not before.isEnabled():
            self._way_out.setFocus(_LED)
        self._led_to = self._held()

    @contextmanager
    def ending(self, otherwise: QWidget | None = None) -> Iterator[None]:
        """Move the focus back unless the operator moved it; to ``otherwise`` if the old control stays disabled."""
        before, held = self._before, self._held()
        yield
        if before is not None and held in (self._led_to, self._way_out):
            (before if before.isEnabled() or otherwise is None else otherwise).setFocus(_LED)
        self._before = None

    def _held(self) -> QWidget | None:
        """Return the control with the focus of the window, even under a dialog just closed."""
        held: QWidget | None = self._page.window().focusWidget()
        return held if held is not None and self._page.isAncestorOf(held) else None


class FocusKeeper(QObject):
    """Moves the focus off disabled or hidden controls of the whole application, unless the page did it first."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._held: list[ref[QWidget]] = []
        """What had the keyboard last, and what that lies in."""
        self._hold(app.focusWidget())
        app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            QTimer.singleShot(0, self, self._find)
        else:
            self._hold(now)

    def _hold(self, held: QWidget | None) -> None:
        self._held.clear()
        while held is not None:
            self._held.append(ref(held))
            held = held.parentWidget()

    def _find(self) -> None:
        window = QApplication.activeWindow()
        if window is None or QApplication.focusWidget() is not None:
            return
        # what is deleted is not asked anything
        left = {window, *window.findChildren(QWidget)}
        focus_nearest([one for one in (held() for held in self._held) if one is not None and one in left])


def _stands_in(root: QWidget) -> bool:
    held = QApplication.focusWidget()
    return held is not None and root.isAncestorOf(held)
