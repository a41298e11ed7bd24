"""Drawing of fields, check boxes, radio buttons and push buttons; one function a part, all from the tokens."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QPushButton,
    QStyle,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QWidget,
)

from desktop_app.widgets.style.button_paint import ButtonContent, button_size, paint_button
from desktop_app.widgets.style.icons import IconSet
from desktop_app.widgets.style.look import ring, rounded
from desktop_app.widgets.style.style_options import State, has, rect_of
from desktop_app.widgets.style.tokens import RADIUS_FIELD, Tokens, Tone


def paint_field(tokens: Tokens, painter: QPainter, rect: QRect, *, enabled: bool, focus: bool, tone: str) -> None:
    """The box of every field: a line, or two pixels of accent with the keyboard, or two of a tone.

    What is as it should be is told beneath the field alone: its green is too near to the accent of the keyboard.
    """
    box = QRectF(rect)
    rounded(painter, box, RADIUS_FIELD, tokens.colour("surface" if enabled else "sunken"), tokens.colour("edge"))
    if focus:
        ring(painter, box, RADIUS_FIELD, tokens.colour("accent"))
        box = box.adjusted(2.5, 2.5, -2.5, -2.5)
    if tone and Tone(tone) is not Tone.DONE:
        radius, width = (RADIUS_FIELD - 2, 1.0) if focus else (RADIUS_FIELD, 2.0)
        ring(painter, box, radius, tokens.ink(Tone(tone)), width)


def field_tone(widget: QWidget | None) -> str:
    """The tone that a notice has put on a field, or nothing."""
    tone = widget.property("tone") if widget is not None else None
    return str(tone) if tone else ""


def paint_line_edit(
    tokens: Tokens, _i: IconSet, option: QStyleOption, painter: QPainter, widget: QWidget | None
) -> None:
    """A field of one line, or the frame of one with several."""
    if widget is not None and widget.property("bare_frame"):
        return
    if isinstance(widget, QWidget) and isinstance(widget.parent(), QComboBox | QAbstractSpinBox):
        return
    focus = widget.hasFocus() if widget is not None else has(option, State.State_HasFocus)
    enabled = has(option, State.State_Enabled)
    paint_field(tokens, painter, rect_of(option), enabled=enabled, focus=focus, tone=field_tone(widget))


def paint_combo(
    tokens: Tokens, icons: IconSet, option: QStyleOption, painter: QPainter, widget: QWidget | None
) -> None:
    """A field with an arrow at its left."""
    rect = rect_of(option)
    focus = has(option, State.State_HasFocus) or (widget is not None and widget.hasFocus())
    if isinstance(widget, QComboBox):
        line = widget.lineEdit()
        focus = focus or (line is not None and line.hasFocus())
    enabled = has(option, State.State_Enabled)
    paint_field(tokens, painter, rect, enabled=enabled, focus=focus, tone=field_tone(widget))
    side = tokens.px(16)
    box = QRectF(rect.left() + 11, rect.center().y() - side / 2 + 1, side, side)
    icons.paint(painter, box, "chevron-down", tokens.colour("second" if enabled else "edge"))


def paint_combo_icon(option: QStyleOptionComboBox, painter: QPainter) -> None:
    """The icon of an editable combo, on the field's own ground; its word is drawn by the line inside."""
    side = option.iconSize.width()
    rect = rect_of(option)
    at = QRect(rect.right() - side - 8, rect.center().y() - side // 2, side, side)
    mode = QIcon.Mode.Normal if has(option, State.State_Enabled) else QIcon.Mode.Disabled
    option.currentIcon.paint(painter, at, Qt.AlignmentFlag.AlignCenter, mode)


def combo_end(widget: QWidget | None) -> tuple[int, int]:
    """Room at the right end of a combo: its own line edit brings a margin, plain writing does not."""
    return (-4 if isinstance(widget, QComboBox) and widget.isEditable() else -8, -1)


def spin_box_part(option: QStyleOptionComplex, part: QStyle.SubControl) -> QRect:
    """A number stands at the right, its two arrows above each other at the left."""
    rect = rect_of(option)
    half = rect.height() // 2
    if part == QStyle.SubControl.SC_SpinBoxUp:
        return QRect(rect.left() + 4, rect.top() + 2, 28, half - 2)
    if part == QStyle.SubControl.SC_SpinBoxDown:
        return QRect(rect.left() + 4, rect.top() + half, 28, half - 2)
    return rect.adjusted(34, 1, -2, -1) if part == QStyle.SubControl.SC_SpinBoxEditField else rect


def paint_spin_box(
    tokens: Tokens, icons: IconSet, option: QStyleOption, painter: QPainter, widget: QWidget | None
) -> None:
    """A field with two small arrows."""
    if not isinstance(option, QStyleOptionComplex):
        return
    enabled = has(option, State.State_Enabled)
    focus = widget is not None and widget.hasFocus()
    paint_field(tokens, painter, rect_of(option), enabled=enabled, focus=focus, tone=field_tone(widget))
    arrows = {QStyle.SubControl.SC_SpinBoxUp: "chevron-up", QStyle.SubControl.SC_SpinBoxDown: "chevron-down"}
    for part, icon in arrows.items():
        box = QRectF(spin_box_part(option, part))
        at = QRectF(box.center().x() - 6.5, box.center().y() - 6.5, 13, 13)
        icons.paint(painter, at, icon, tokens.colour("second" if enabled else "edge"))


def paint_check_box(
    tokens: Tokens, icons: IconSet, option: QStyleOption, painter: QPainter, _w: QWidget | None
) -> None:
    """A square that fills with the accent."""
    box = QRectF(rect_of(option))
    on = has(option, State.State_On)
    partly = has(option, State.State_NoChange)
    enabled = has(option, State.State_Enabled)
    accent = tokens.colour("accent" if enabled else "edge")
    if on or partly:
        rounded(painter, box, 4, accent)
        icons.paint(painter, box.adjusted(2, 2, -2, -2), "check" if on else "minus", tokens.colour("on_accent"))
    else:
        rounded(painter, box, 4, tokens.colour("surface" if enabled else "sunken"), tokens.colour("edge"))
    if has(option, State.State_HasFocus):
        ring(painter, box, 4, tokens.colour("text" if on else "accent"))


def paint_radio(tokens: Tokens, _i: IconSet, option: QStyleOption, painter: QPainter, _w: QWidget | None) -> None:
    """A ring, with a dot when chosen."""
    box = QRectF(rect_of(option))
    on = has(option, State.State_On)
    accent = tokens.colour("accent" if has(option, State.State_Enabled) else "edge")
    rounded(painter, box, box.width() / 2, tokens.colour("surface"), accent if on else tokens.colour("edge"))
    if on:
        ring(painter, box, box.width() / 2, accent, 1.6)
        inset = box.width() * 0.28
        rounded(painter, box.adjusted(inset, inset, -inset, -inset), box.width() / 2, accent)
    if has(option, State.State_HasFocus):
        ring(painter, box, box.width() / 2, tokens.colour("accent"))


def paint_push_button(
    tokens: Tokens, icons: IconSet, option: QStyleOption, painter: QPainter, widget: QWidget | None
) -> None:
    """Every push button, also those of Qt's own dialogs, looks like ours."""
    if isinstance(widget, QPushButton):
        content = ButtonContent.of(
            widget, down=has(option, State.State_Sunken), hover=has(option, State.State_MouseOver)
        )
        paint_button(tokens, icons, painter, rect_of(option), content)


def push_button_size(tokens: Tokens, widget: QPushButton) -> QSize:
    """The size that a button's words, icon and hint need."""
    return button_size(tokens, ButtonContent.of(widget))
