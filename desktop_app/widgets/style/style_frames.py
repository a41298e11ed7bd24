"""Drawing of frames, tabs, headers and scroll bars; one function a part, all from the tokens."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QPushButton,
    QScrollBar,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionHeader,
    QStyleOptionSlider,
    QStyleOptionTab,
    QWidget,
)

from desktop_app.widgets.style.icons import IconSet
from desktop_app.widgets.style.look import ring, rounded
from desktop_app.widgets.style.style_options import CENTRE, FORCE_RTL, RIGHT, State, has, rect_of
from desktop_app.widgets.style.tokens import RADIUS_FIELD, TextRole, Tokens


def paint_frame(tokens: Tokens, frame: QFrame, option: QStyleOption, painter: QPainter) -> None:
    """Lines are hairlines; panels draw a hairline box; lists inside a card draw nothing."""
    shape = frame.frameShape()
    rect = rect_of(option)
    line = tokens.colour("hairline")
    if shape == QFrame.Shape.HLine:
        painter.fillRect(QRect(rect.left(), rect.center().y(), rect.width(), 1), line)
    elif shape == QFrame.Shape.VLine:
        painter.fillRect(QRect(rect.center().x(), rect.top(), 1, rect.height()), line)
    elif shape in (QFrame.Shape.Box, QFrame.Shape.Panel):
        rounded(painter, QRectF(rect), RADIUS_FIELD, None, line)


def paint_focus(
    tokens: Tokens,
    _i: IconSet,
    option: QStyleOption,
    painter: QPainter,
    widget: QWidget | None,
) -> None:
    """The ring of the keyboard around what has no box of its own."""
    if not isinstance(widget, QPushButton):
        ring(painter, QRectF(rect_of(option)), 4, tokens.colour("accent"))


def paint_tip(tokens: Tokens, _i: IconSet, option: QStyleOption, painter: QPainter, _w: QWidget | None) -> None:
    """A tooltip is the page turned inside out."""
    painter.fillRect(rect_of(option), tokens.colour("text"))


def tab_size(font: QFont, text: str, tall: int) -> QSize:
    """A tab is as wide as its word in the heavier weight, so that choosing does not shift its neighbours."""
    heavy = QFont(font)
    heavy.setWeight(QFont.Weight.DemiBold)
    return QSize(QFontMetrics(heavy).horizontalAdvance(text) + 24, tall + 4)


def paint_tab_base(
    tokens: Tokens, _i: IconSet, option: QStyleOption, painter: QPainter, widget: QWidget | None
) -> None:
    """The hairline under a row of tabs."""
    rect = widget.rect() if widget is not None else rect_of(option)
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.colour("hairline"))


def paint_tab_shape(tokens: Tokens, _i: IconSet, option: QStyleOption, painter: QPainter, _w: QWidget | None) -> None:
    """The chosen tab stands on a line of the accent."""
    rect = rect_of(option)
    if has(option, State.State_Selected):
        rounded(painter, QRectF(rect.left() + 8, rect.bottom() - 2, rect.width() - 16, 3), 1.5, tokens.colour("accent"))
    elif has(option, State.State_MouseOver):
        rounded(painter, QRectF(rect).adjusted(2, 4, -2, -6), RADIUS_FIELD, tokens.hover())


def paint_tab_label(tokens: Tokens, _i: IconSet, option: QStyleOption, painter: QPainter, _w: QWidget | None) -> None:
    """A tab's word."""
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
    """The head of a table: sunken, with a hairline under it."""
    rect = rect_of(option)
    ground: QColor = tokens.colour("sunken")
    painter.fillRect(rect, ground)
    flat = isinstance(widget, QHeaderView) and widget.orientation() == Qt.Orientation.Horizontal
    if flat or isinstance(option, QStyleOptionHeader):
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.colour("hairline"))


def paint_header_label(
    tokens: Tokens, icons: IconSet, option: QStyleOption, painter: QPainter, _w: QWidget | None
) -> None:
    """The head's word at the column's right edge, the mark of its order beside it."""
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
    """Where the thumb of a scroll bar is: no arrows, the whole bar is groove."""
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
    """A quiet thumb that darkens under the pointer."""
    if not isinstance(option, QStyleOptionComplex):
        return
    if isinstance(option, QStyleOptionSlider) and option.maximum <= option.minimum:
        # Where a bar keeps its place so that nothing moves, it shows only when there is something to scroll
        return
    thumb = scroll_bar_part(option, QStyle.SubControl.SC_ScrollBarSlider)
    hot = has(option, State.State_MouseOver) or (isinstance(widget, QScrollBar) and widget.isSliderDown())
    colour = tokens.colour("edge")
    colour.setAlphaF(0.9 if hot else 0.55)
    rounded(painter, QRectF(thumb).adjusted(2, 2, -2, -2), 3, colour)
