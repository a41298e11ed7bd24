"""Drawing of frames, tabs, headers, scroll bars, fields, check boxes and radio buttons."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QFrame,
    QHeaderView,
    QPushButton,
    QScrollBar,
    QStyle,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionHeader,
    QStyleOptionSlider,
    QStyleOptionTab,
    QWidget,
)

from desktop_app.widgets.style.button_paint import ButtonContent, button_size, paint_button
from desktop_app.widgets.style.icons import IconSet
from desktop_app.widgets.style.look import paint_rounded, ring
from desktop_app.widgets.style.style_options import CENTRE, FORCE_RTL, RIGHT, State, has, rect_of
from desktop_app.widgets.style.tokens import RADIUS_FIELD, TextRole, Tokens, Tone


def paint_field(tokens: Tokens, painter: QPainter, rect: QRect, *, enabled: bool, focus: bool, tone: str) -> None:
    """Draw the box of a field: a thin line, or a thick one on focus or with a notice.

    What is as it should be is told beneath the field alone: its green is too near to the accent of the keyboard.
    """
    box = QRectF(rect)
    paint_rounded(painter, box, RADIUS_FIELD, tokens.colour("surface" if enabled else "sunken"), tokens.colour("edge"))
    if focus:
        ring(painter, box, RADIUS_FIELD, tokens.colour("accent"))
        box = box.adjusted(2.5, 2.5, -2.5, -2.5)
    if tone and Tone(tone) is not Tone.DONE:
        radius, width = (RADIUS_FIELD - 2, 1.0) if focus else (RADIUS_FIELD, 2.0)
        ring(painter, box, radius, tokens.ink(Tone(tone)), width)


def field_tone(widget: QWidget | None) -> str:
    """Return the tone of a field's notice, or None."""
    tone = widget.property("tone") if widget is not None else None
    return str(tone) if tone else ""


def paint_line_edit(
    tokens: Tokens, _i: IconSet, option: QStyleOption, painter: QPainter, widget: QWidget | None
) -> None:
    """Draw the frame of a text field."""
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
    """Draw a combo box with an arrow at its left."""
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
    """Draw the icon of an editable combo box; its line edit draws the text."""
    side = option.iconSize.width()
    rect = rect_of(option)
    at = QRect(rect.right() - side - 8, rect.center().y() - side // 2, side, side)
    mode = QIcon.Mode.Normal if has(option, State.State_Enabled) else QIcon.Mode.Disabled
    option.currentIcon.paint(painter, at, Qt.AlignmentFlag.AlignCenter, mode)


def combo_end(widget: QWidget | None) -> tuple[int, int]:
    """Return the room at the right end of a combo box, depending on its line edit."""
    return (-4 if isinstance(widget, QComboBox) and widget.isEditable() else -8, -1)


def spin_box_part(option: QStyleOptionComplex, part: QStyle.SubControl) -> QRect:
    """Return the rectangle of a part of a spin box: number at the right, arrows at the left."""
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
    """Draw a field with two small arrows."""
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
    """Draw a check box."""
    box = QRectF(rect_of(option))
    on = has(option, State.State_On)
    partly = has(option, State.State_NoChange)
    enabled = has(option, State.State_Enabled)
    accent = tokens.colour("accent" if enabled else "edge")
    if on or partly:
        paint_rounded(painter, box, 4, accent)
        icons.paint(painter, box.adjusted(2, 2, -2, -2), "check" if on else "minus", tokens.colour("on_accent"))
    else:
        paint_rounded(painter, box, 4, tokens.colour("surface" if enabled else "sunken"), tokens.colour("edge"))
    if has(option, State.State_HasFocus):
        ring(painter, box, 4, tokens.colour("text" if on else "accent"))


def paint_radio(tokens: Tokens, _i: IconSet, option: QStyleOption, painter: QPainter, _w: QWidget | None) -> None:
    """Draw a radio button."""
    box = QRectF(rect_of(option))
    on = has(option, State.State_On)
    accent = tokens.colour("accent" if has(option, State.State_Enabled) else "edge")
    paint_rounded(painter, box, box.width() / 2, tokens.colour("surface"), accent if on else tokens.colour("edge"))
    if on:
        ring(painter, box, box.width() / 2, accent, 1.6)
        inset = box.width() * 0.28
        paint_rounded(painter, box.adjusted(inset, inset, -inset, -inset), box.width() / 2, accent)
    if has(option, State.State_HasFocus):
        ring(painter, box, box.width() / 2, tokens.colour("accent"))


def paint_push_button(
    tokens: Tokens, icons: IconSet, option: QStyleOption, painter: QPainter, widget: QWidget | None
) -> None:
    """Draw a push button, also of Qt's own dialogs."""
    if isinstance(widget, QPushButton):
        content = ButtonContent.of(
            widget, down=has(option, State.State_Sunken), hover=has(option, State.State_MouseOver)
        )
        paint_button(tokens, icons, painter, rect_of(option), content)


def push_button_size(tokens: Tokens, widget: QPushButton) -> QSize:
    """Return the size for a button's text, icon and hint."""
    return button_size(tokens, ButtonContent.of(widget))


def paint_frame(tokens: Tokens, frame: QFrame, option: QStyleOption, painter: QPainter) -> None:
    """Draw a frame: thin lines, or nothing for lists inside a card."""
    shape = frame.frameShape()
    rect = rect_of(option)
    line = tokens.colour("hairline")
    if shape == QFrame.Shape.HLine:
        painter.fillRect(QRect(rect.left(), rect.center().y(), rect.width(), 1), line)
    elif shape == QFrame.Shape.VLine:
        painter.fillRect(QRect(rect.center().x(), rect.top(), 1, rect.height()), line)
    elif shape in (QFrame.Shape.Box, QFrame.Shape.Panel):
        paint_rounded(painter, QRectF(rect), RADIUS_FIELD, None, line)


def paint_focus(
    tokens: Tokens,
    _i: IconSet,
    option: QStyleOption,
    painter: QPainter,
    widget: QWidget | None,
) -> None:
    """Draw the focus ring around a control without a box."""
    if not isinstance(widget, QPushButton):
        ring(painter, QRectF(rect_of(option)), 4, tokens.colour("accent"))


def paint_tooltip(tokens: Tokens, _i: IconSet, option: QStyleOption, painter: QPainter, _w: QWidget | None) -> None:
    """Draw a tooltip in inverted colours."""
    painter.fillRect(rect_of(option), tokens.colour("text"))


def tab_size(font: QFont, text: str, tall: int) -> QSize:
    """Return the size of a tab in bold, so that selecting moves nothing."""
    heavy = QFont(font)
    heavy.setWeight(QFont.Weight.DemiBold)
    return QSize(QFontMetrics(heavy).horizontalAdvance(text) + 24, tall + 4)


def paint_tab_base(
    tokens: Tokens, _i: IconSet, option: QStyleOption, painter: QPainter, widget: QWidget | None
) -> None:
    """Draw the line under a row of tabs."""
    rect = widget.rect() if widget is not None else rect_of(option)
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.colour("hairline"))


def paint_tab_shape(tokens: Tokens, _i: IconSet, option: QStyleOption, painter: QPainter, _w: QWidget | None) -> None:
    """Draw the line under the selected tab."""
    rect = rect_of(option)
    if has(option, State.State_Selected):
        paint_rounded(
            painter, QRectF(rect.left() + 8, rect.bottom() - 2, rect.width() - 16, 3), 1.5, tokens.colour("accent")
        )
    elif has(option, State.State_MouseOver):
        paint_rounded(painter, QRectF(rect).adjusted(2, 4, -2, -6), RADIUS_FIELD, tokens.hover())


def paint_tab_label(tokens: Tokens, _i: IconSet, option: QStyleOption, painter: QPainter, _w: QWidget | None) -> None:
    """Draw the text of a tab."""
    if not isinstance(option, QStyleOptionTab):
        return
    chosen = has(option, State.State_Selected)
    font = tokens.font(TextRole.STRONG)
    if chosen:
        font.setWeight(QFont.Weight.DemiBold)
    painter.save()
    painter.setFont(font)
    painter.setPen(tokens.colour("accent" if chosen else "second"))
    rect = rect_of(option).adjusted(0, 0, 0, -4)
    painter.drawText(rect, CENTRE | FORCE_RTL | int(Qt.TextFlag.TextShowMnemonic), option.text)
    painter.restore()
    if has(option, State.State_HasFocus):
        ring(painter, QRectF(rect_of(option)).adjusted(4, 4, -4, -6), RADIUS_FIELD, tokens.colour("accent"))


def paint_header(
    tokens: Tokens,
    _i: IconSet,
    option: QStyleOption,
    painter: QPainter,
    widget: QWidget | None,
) -> None:
    """Draw the background of a table header."""
    rect = rect_of(option)
    ground: QColor = tokens.colour("sunken")
    painter.fillRect(rect, ground)
    flat = isinstance(widget, QHeaderView) and widget.orientation() == Qt.Orientation.Horizontal
    if flat or isinstance(option, QStyleOptionHeader):
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.colour("hairline"))


def paint_header_label(
    tokens: Tokens, icons: IconSet, option: QStyleOption, painter: QPainter, _w: QWidget | None
) -> None:
    """Draw the header text at the right, with the sort mark."""
    if not isinstance(option, QStyleOptionHeader):
        return
    rect = rect_of(option).adjusted(6, 0, -12, -1)
    font = tokens.font(TextRole.HEAD)
    painter.save()
    painter.setFont(font)
    painter.setPen(tokens.colour("second"))
    painter.drawText(rect, RIGHT | FORCE_RTL, option.text)
    painter.restore()
    marks = {
        QStyleOptionHeader.SortIndicator.SortUp: "chevron-up",
        QStyleOptionHeader.SortIndicator.SortDown: "chevron-down",
    }
    mark = marks.get(option.sortIndicator)
    if mark is not None:
        side = tokens.px(14)
        left = rect.right() - QFontMetrics(font).horizontalAdvance(option.text) - side - 6
        box = QRectF(left, rect.center().y() - side / 2 + 1, side, side)
        icons.paint(painter, box, mark, tokens.colour("second"))


def scroll_bar_part(option: QStyleOptionComplex, part: QStyle.SubControl) -> QRect:
    """Return the rectangle of a scroll bar's part; it has no arrows."""
    rect = rect_of(option)
    if not isinstance(option, QStyleOptionSlider):
        return rect
    if part in (QStyle.SubControl.SC_ScrollBarAddLine, QStyle.SubControl.SC_ScrollBarSubLine):
        return QRect()
    upright = option.orientation == Qt.Orientation.Vertical
    length = rect.height() if upright else rect.width()
    span = option.maximum - option.minimum
    thumb = length
    if span > 0:
        thumb = max(40, min(length, length * option.pageStep // max(1, span + option.pageStep)))
    at = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - thumb, option.upsideDown
    )
    return _along(rect, upright, part, at, thumb, length)


def _along(rect: QRect, upright: bool, part: QStyle.SubControl, at: int, thumb: int, length: int) -> QRect:
    spans = {
        QStyle.SubControl.SC_ScrollBarSlider: (at, thumb),
        QStyle.SubControl.SC_ScrollBarSubPage: (0, at),
        QStyle.SubControl.SC_ScrollBarAddPage: (at + thumb, length - at - thumb),
    }
    start, size = spans.get(part, (0, length))
    if upright:
        return QRect(rect.topLeft() + QPoint(0, start), QSize(rect.width(), size))
    return QRect(rect.topLeft() + QPoint(start, 0), QSize(size, rect.height()))


def paint_scroll_bar(
    tokens: Tokens, _i: IconSet, option: QStyleOption, painter: QPainter, widget: QWidget | None
) -> None:
    """Draw the thumb of a scroll bar, darker under the pointer."""
    if not isinstance(option, QStyleOptionComplex):
        return
    if isinstance(option, QStyleOptionSlider) and option.maximum <= option.minimum:
        # Where a bar keeps its place so that nothing moves, it shows only when there is something to scroll
        return
    thumb = scroll_bar_part(option, QStyle.SubControl.SC_ScrollBarSlider)
    hot = has(option, State.State_MouseOver) or (isinstance(widget, QScrollBar) and widget.isSliderDown())
    colour = tokens.colour("edge")
    colour.setAlphaF(0.9 if hot else 0.55)
    paint_rounded(painter, QRectF(thumb).adjusted(2, 2, -2, -2), 3, colour)
