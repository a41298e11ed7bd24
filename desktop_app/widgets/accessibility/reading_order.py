"""Reading order of a page: Tab follows the layout, not the order in which controls were created.

Qt's own chain is the order of making, and parts that come and go with the records are always made last.

The widgets of a layout are asked for by their places. ``QLayout.itemAt`` hands out a wrapper that stays on record after
Qt has deleted the item (PySide6 6.11.3: the wrapper of a ``QWidgetItem`` is still listed as valid when its widget and
the item are gone). What is made later at the same address is then taken for it, and the process dies when that goes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget


def layout_widgets(layout: QLayout, among: Sequence[QWidget] | None = None) -> Iterator[QWidget]:
    """Return the widgets of a layout and its inner layouts, in layout order; ``among`` limits them."""
    parent = layout.parentWidget()
    if parent is not None:
        every = [one for one in parent.children() if isinstance(one, QWidget)] if among is None else among
        yield from _held(layout, every)


def _held(layout: QLayout, widgets: Sequence[QWidget]) -> Iterator[QWidget]:
    placed: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(one), one) for one in widgets]
    placed += [(layout.indexOf(one), one) for one in layout.children() if isinstance(one, QLayout)]
    for place, one in sorted(placed, key=lambda pair: pair[0]):
        if place < 0:
            continue
        if isinstance(one, QLayout):
            yield from _held(one, widgets)
        else:
            yield one


_AIR = 32


def tab_stops(root: QWidget) -> list[QWidget]:
    """Return the controls inside ``root`` that accept Tab, in reading order."""
    return [one for one in _inside(root) if _stops_here(one)]


def enter(root: QWidget) -> None:
    """Give the focus to the first Tab stop inside ``root``, if there is one."""
    for first in tab_stops(root)[:1]:
        first.setFocus(Qt.FocusReason.OtherFocusReason)


def move_focus(root: QWidget, *, forward: bool) -> bool:
    """Move the focus to the next or previous Tab stop; return whether it moved."""
    here = QApplication.focusWidget()
    # What has the keyboard keeps its place also when it has just been hidden or put out of use
    order = _inside(root, _with_ancestors(here))
    place = order.index(here) if here in order else -1
    round_ = [*order[place + 1 :], *order[: max(place, 0)]]
    found = next((one for one in (round_ if forward else reversed(round_)) if _stops_here(one)), None)
    if found is None:
        return False
    found.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    bring_into_view(found)
    return True


def focus_nearest(lost: Sequence[QWidget]) -> None:
    """Give the focus to the Tab stop nearest to the lost one: ``lost`` is the old control, then its ancestors.

    Where nothing can be pressed any more an ancestor has it, so that keys act and a screen reader says something.
    """
    kept = frozenset(lost)
    for around in lost:
        order = _inside(around, kept)
        place = max((order.index(one) for one in lost if one in order), default=-1)
        near = [*order[place + 1 :], *reversed(order[: max(place, 0)])]
        found = next((one for one in near if _stops_here(one)), None)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(found)
            return
    for around in lost:
        if around.isEnabled() and around.isVisible():
            around.setFocus(Qt.FocusReason.OtherFocusReason)
            return


def bring_into_view(widget: QWidget) -> None:
    """Scroll the areas around a control until it is visible with a small margin."""
    for one in _with_ancestors(widget):
        if isinstance(one, QScrollArea) and one is not widget:
            one.ensureWidgetVisible(widget, _AIR, _AIR)


def _stops_here(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return takes and widget.isEnabled() and widget.isVisible() and widget.focusProxy() is None


def _with_ancestors(widget: QWidget | None) -> frozenset[QWidget]:
    found = set()
    while widget is not None:
        found.add(widget)
        widget = widget.parentWidget()
    return frozenset(found)


def _inside(widget: QWidget, kept: frozenset[QWidget] = frozenset()) -> list[QWidget]:
    """Return the visible widgets inside a control, and ``kept`` even if hidden, parents before children."""
    found: list[QWidget] = []
    _walk(widget, kept, found)
    return found


def _walk(widget: QWidget, kept: frozenset[QWidget], found: list[QWidget]) -> None:
    children = [one for one in widget.children() if isinstance(one, QWidget)]
    shown = [one for one in children if (one.isVisible() or one in kept) and not one.isWindow()]
    layout = widget.layout() if len(shown) > 1 else None
    laid = list(layout_widgets(layout, shown)) if layout is not None else []
    loose = [one for one in shown if one not in laid]
    for child in (*laid, *sorted(loose, key=_from_top_right)):
        found.append(child)
        _walk(child, kept, found)


def _from_top_right(widget: QWidget) -> tuple[int, int]:
    return widget.y(), -widget.geometry().right()
