"""Parts of a page that are wider than their room; of its sheets also where their check boxes say what is long."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QScrollArea, QWidget

from desktop_app.widgets.feedback.sheet_dialog import SheetDialog
from tests.patience import let_pass

LONG = "درخواست تمدید مهلت مصوبه به دلیل پاسخ ندادن بخشی از دستگاه‌ها و تعطیلی ادارات در پایان سال " * 3
_SHORT = frozenset({"excuseForm"})
"""Sheets whose check boxes say months, and nothing that a person wrote."""
_REST_MS = 30


def sideways(widget: QWidget) -> list[str]:
    """By the name of each sheet: what would have to be scrolled sideways to be read."""
    sheets = [sheet for sheet in widget.findChildren(SheetDialog) if sheet.isVisible()]
    found = [name for sheet in sheets for name in _too_wide(sheet)]
    writable = [sheet for sheet in sheets if sheet.objectName() not in _SHORT]
    boxes = [box for sheet in writable for box in sheet.findChildren(QCheckBox) if box.text() and box.isVisible()]
    if not boxes:
        return found
    said = [box.text() for box in boxes]
    _say(boxes, [LONG] * len(boxes))
    found += [f"{name}, long" for sheet in writable for name in _too_wide(sheet)]
    _say(boxes, said)
    return found


def cut_off(widget: QWidget) -> list[str]:
    """The parts that scroll up and down alone, and whose contents do not fit between their sides."""
    return [
        f"{area.objectName()}: {inner.width()} in {area.viewport().width()}"
        for area in widget.findChildren(QScrollArea)
        if area.isVisible()
        and area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        and (inner := area.widget()) is not None
        and inner.width() > area.viewport().width()
    ]


def _say(boxes: list[QCheckBox], texts: list[str]) -> None:
    for box, text in zip(boxes, texts, strict=True):
        box.setText(text)
    let_pass(_REST_MS)


def _too_wide(sheet: SheetDialog) -> list[str]:
    areas = [area for area in sheet.findChildren(QScrollArea) if area.isVisible()]
    return [f"{sheet.objectName()}.{area.objectName()}" for area in areas if area.horizontalScrollBar().maximum()]
