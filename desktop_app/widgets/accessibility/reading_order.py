"""Tab goes the way a page is read, whatever the order in which its controls were made.

Qt's own chain is the order of making, and parts that come and go with the records are always made last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop_app.widgets.accessibility.laid_out import laid_out

_AIR = 32


def stops(root: QWidget) -> list[QWidget]:
    """Where Tab stops inside ``root``, in reading order: as laid out, and what no layout holds from the top right."""
    return [one for one in _inside(root) if _stops_here(one)]


def enter(root: QWidget) -> None:
    """Give the keyboard to the first stop inside ``root``, if there is one."""
    for first in stops(root)[:1]:
        first.setFocus(Qt.FocusReason.OtherFocusReason)


def go_on(root: QWidget, *, forward: bool) -> bool:
    """Give the keyboard to the next stop, or the one before; whether there was another than where it stands."""
    here = QApplication.focusWidget()
    # What has the keyboard keeps its place also when it has just been hidden or put out of use
    order = _inside(root, _line_of(here))
    place = order.index(here) if here in order else -1
    round_ = [*order[place + 1 :], *order[: max(place, 0)]]
    found = next((one for one in (round_ if forward else reversed(round_)) if _stops_here(one)), None)
    if found is None:
        return False
    found.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    bring_into_view(found)
    return True


def enter_near(line: Sequence[QWidget]) -> None:
    """Give the keyboard to the stop nearest to where it was lost; ``line`` is what had it, and what that lies in.

    Where nothing can be pressed any more, what lay around it has it: keys and screen readers are not to be in the void.
    """
    kept = frozenset(line)
    for around in line:
        order = _inside(around, kept)
        place = max((order.index(one) for one in line if one in order), default=-1)
        near = [*order[place + 1 :], *reversed(order[: max(place, 0)])]
        found = next((one for one in near if _stops_here(one)), None)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(found)
            return
    for around in line:
        if around.isEnabled() and around.isVisible():
            around.setFocus(Qt.FocusReason.OtherFocusReason)
            return


@contextmanager
def keyboard_inside(root: QWidget, otherwise: Callable[[], object] | None = None) -> Iterator[None]:
    """The keyboard that stands inside ``root`` stays inside, whatever is shown, hidden or shut there meanwhile.

    Qt hands it to the next stop of the window, wherever that is, and a stack of pages to what had it in that page
    before, which may be shut by now: then it is nowhere. ``otherwise`` gives it to a better place than the first stop.
    """
    held = QApplication.focusWidget()
    stood = held is not None and root.isAncestorOf(held)
    yield
    here = QApplication.focusWidget()
    stays = here is not None and root.isAncestorOf(here)
    if not stood or (stays and here is not None and _stops_here(here)):
        return
    inside = stops(root)
    if inside and otherwise is not None:
        otherwise()
    elif inside:
        inside[0].setFocus(Qt.FocusReason.OtherFocusReason)
    elif not stays:
        root.setFocus(Qt.FocusReason.OtherFocusReason)


def bring_into_view(widget: QWidget) -> None:
    """Scroll whatever a control lies in, so that it shows with a little air round it."""
    for one in _line_of(widget):
        if isinstance(one, QScrollArea) and one is not widget:
            one.ensureWidgetVisible(widget, _AIR, _AIR)


def _stops_here(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return takes and widget.isEnabled() and widget.isVisible() and widget.focusProxy() is None


def _line_of(widget: QWidget | None) -> frozenset[QWidget]:
    line = set()
    while widget is not None:
        line.add(widget)
        widget = widget.parentWidget()
    return frozenset(line)


def _inside(widget: QWidget, kept: frozenset[QWidget] = frozenset()) -> list[QWidget]:
    """What shows inside a control, and what is ``kept`` whether it shows or not, each before its own parts."""
    found: list[QWidget] = []
    _walk(widget, kept, found)
    return found


def _walk(widget: QWidget, kept: frozenset[QWidget], found: list[QWidget]) -> None:
    children = [one for one in widget.children() if isinstance(one, QWidget)]
    shown = [one for one in children if (one.isVisible() or one in kept) and not one.isWindow()]
    layout = widget.layout() if len(shown) > 1 else None
    laid = list(laid_out(layout, shown)) if layout is not None else []
    loose = [one for one in shown if one not in laid]
    for child in (*laid, *sorted(loose, key=_from_top_right)):
        found.append(child)
        _walk(child, kept, found)


def _from_top_right(widget: QWidget) -> tuple[int, int]:
    return widget.y(), -widget.geometry().right()
