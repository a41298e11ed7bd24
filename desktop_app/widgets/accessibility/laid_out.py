"""Iteration over the widgets of a layout, in the order of their places, without touching the layout's items.

``QLayout.itemAt`` hands out a wrapper that stays on record after Qt has deleted the item (PySide6 6.11.3: the wrapper
of a ``QWidgetItem`` is still listed as valid when its widget and the item are gone). What is made later at the same
address is then taken for it, and the process dies when that goes. So nobody here asks for items: places are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QLayout, QWidget


def laid_out(layout: QLayout, among: Sequence[QWidget] | None = None) -> Iterator[QWidget]:
    """The widgets of a layout and of the layouts inside it, in the order of their places; of all, or of some."""
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
