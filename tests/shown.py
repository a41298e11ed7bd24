"""What a widget shows, found as those who use it find it: by kind and name, by words, by keys."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.notice import NoticeLine

Kind = TypeVar("Kind", bound=QObject)


def child(parent: QObject, kind: type[Kind], name: str = "") -> Kind:
    """The first descendant of a kind, or the one with an object name."""
    found = parent.findChild(kind, name) if name else parent.findChild(kind)
    assert found is not None, f"{parent} has no {kind.__name__} {name}"
    return found


def texts(parent: QWidget) -> list[str]:
    """Every sentence of the labels and notices in a widget that is not hidden in it."""
    said: list[QLabel | NoticeLine] = [*parent.findChildren(QLabel), *parent.findChildren(NoticeLine)]
    return [one.text() for one in said if one.text() and one.isVisibleTo(parent)]


def label(parent: QWidget, text: str) -> QLabel:
    """The label with a text."""
    (found,) = (one for one in parent.findChildren(QLabel) if one.text() == text)
    return found


def button(parent: QWidget, spoken: str) -> Button:
    """The button that is heard as a name."""
    (found,) = (one for one in parent.findChildren(Button) if one.accessibleName() == spoken)
    return found


def action(widget: QWidget, keys: str) -> QAction:
    """What keys do in a widget."""
    (found,) = (one for one in widget.actions() if QKeySequence(keys) in one.shortcuts())
    return found
