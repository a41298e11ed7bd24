"""Tables of the style's drawing and measuring functions; loaded on first use.

The first window is painted by its own controls, so it does not wait for the fields and frames of the pages.

Drawing of menus: a plain panel, icon at the right, word, keys at the left, all from the tokens.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QStyle,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionHeader,
    QStyleOptionMenuItem,
    QStyleOptionTab,
    QWidget,
)

from desktop_app.widgets.style import style_frames
from desktop_app.widgets.style.icons import IconSet
from desktop_app.widgets.style.look import paint_rounded, sheet
from desktop_app.widgets.style.style_options import (
    FORCE_RTL,
    RIGHT,
    State,
    has,
    is_text_editor,
    paint_nothing,
    rect_of,
)
from desktop_app.widgets.style.tokens import (
    GAP,
    GAP_CARD,
    GAP_SECTION,
    HEIGHT_CONTROL,
    ICON_ROW,
    RADIUS_FIELD,
    TextRole,
    Tokens,
)

ROW, RULE = 34, 9


LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


_Kind = QStyleOptionMenuItem.MenuItemType


def paint_menu_panel(tokens: Tokens, _i: IconSet, option: QStyleOption, painter: QPainter, _w: QWidget | None) -> None:
    """Draw the background of a menu."""
    sheet(painter, rect_of(option), tokens)


def paint_menu_item(
    tokens: Tokens, icons: IconSet, option: QStyleOption, painter: QPainter, _w: QWidget | None
) -> None:
    """Draw a menu item or a separator."""
    if not isinstance(option, QStyleOptionMenuItem):
        return
    rect = rect_of(option)
    if option.menuItemType == _Kind.Separator:
        painter.fillRect(
            QRect(rect.left() + GAP, rect.center().y(), rect.width() - 2 * GAP, 1), tokens.colour("hairline")
        )
        return
    enabled, chosen = has(option, State.State_Enabled), has(option, State.State_Selected)
    if chosen and enabled:
        line = tokens.outline(tokens.colour("accent"))
        paint_rounded(painter, QRectF(rect), RADIUS_FIELD - 2, tokens.colour("selected"), line)
    side = tokens.px(ICON_ROW)
    box = QRect(rect.right() - GAP - side, rect.center().y() - side // 2 + 1, side, side)
    if option.checked:
        icons.paint(painter, QRectF(box), "check", tokens.colour("accent"))
    elif not option.icon.isNull():
        mode = QIcon.Mode.Normal if enabled else QIcon.Mode.Disabled
        option.icon.paint(painter, box, Qt.AlignmentFlag.AlignCenter, mode)
    _paint_words(tokens, icons, option, painter, rect.adjusted(GAP_CARD, 0, box.left() - rect.right() - GAP - 2, 0))


def menu_item_size(tokens: Tokens, option: QStyleOptionMenuItem) -> QSize:
    """Return the size of a menu item."""
    if option.menuItemType == _Kind.Separator:
        return QSize(10, RULE)
    word, _, keys = option.text.partition("\t")
    width = QFontMetrics(tokens.font()).horizontalAdvance(word.replace("&", ""))
    if keys:
        width += GAP_SECTION + QFontMetrics(tokens.font(TextRole.HINT)).horizontalAdvance(keys)
    if option.menuItemType == _Kind.SubMenu:
        width += GAP_SECTION + tokens.px(ICON_ROW)
    return QSize(width + tokens.px(ICON_ROW) + 2 * GAP + GAP_CARD + 10, tokens.px(ROW))


def _paint_words(tokens: Tokens, icons: IconSet, option: QStyleOptionMenuItem, painter: QPainter, rect: QRect) -> None:
    word, _, keys = option.text.partition("\t")
    painter.save()
    painter.setFont(tokens.font())
    painter.setPen(tokens.colour("text" if has(option, State.State_Enabled) else "quiet"))
    painter.drawText(rect, RIGHT | FORCE_RTL | int(Qt.TextFlag.TextHideMnemonic), word)
    if option.menuItemType == _Kind.SubMenu:
        side = tokens.px(ICON_ROW)
        box = QRectF(rect.left() - 4, rect.center().y() - side / 2 + 1, side, side)
        icons.paint(painter, box, "chevron-left", tokens.colour("second"))
    elif keys:
        painter.setFont(tokens.font(TextRole.HINT))
        painter.setPen(tokens.colour("quiet"))
        painter.drawText(rect, LEFT, keys)
    painter.restore()


Primitive = QStyle.PrimitiveElement


Control = QStyle.ControlElement


Complex = QStyle.ComplexControl


Contents = QStyle.ContentsType


Painting = Callable[[Tokens, IconSet, QStyleOption, QPainter, QWidget | None], None]


_AT_THE_SIDES: dict[QStyle.ContentsType, int] = {
    Contents.CT_LineEdit: 20,
    Contents.CT_ComboBox: 50,
    Contents.CT_SpinBox: 10,
}


PRIMITIVES: dict[QStyle.PrimitiveElement, Painting] = {
    Primitive.PE_PanelLineEdit: style_frames.paint_line_edit,
    Primitive.PE_FrameLineEdit: paint_nothing,
    Primitive.PE_IndicatorCheckBox: style_frames.paint_check_box,
    Primitive.PE_IndicatorRadioButton: style_frames.paint_radio,
    Primitive.PE_FrameTabBarBase: style_frames.paint_tab_base,
    Primitive.PE_FrameTabWidget: paint_nothing,
    Primitive.PE_IndicatorBranch: paint_nothing,
    Primitive.PE_IndicatorHeaderArrow: paint_nothing,
    Primitive.PE_PanelItemViewRow: paint_nothing,
    Primitive.PE_PanelTipLabel: style_frames.paint_tooltip,
    Primitive.PE_PanelMenu: paint_menu_panel,
    Primitive.PE_FrameMenu: paint_nothing,
    Primitive.PE_FrameFocusRect: style_frames.paint_focus,
}


_CONTROLS: dict[QStyle.ControlElement, Painting] = {
    Control.CE_PushButton: style_frames.paint_push_button,
    Control.CE_TabBarTabShape: style_frames.paint_tab_shape,
    Control.CE_TabBarTabLabel: style_frames.paint_tab_label,
    Control.CE_HeaderSection: style_frames.paint_header,
    Control.CE_HeaderLabel: style_frames.paint_header_label,
    Control.CE_HeaderEmptyArea: style_frames.paint_header,
    Control.CE_Splitter: paint_nothing,
    Control.CE_MenuItem: paint_menu_item,
    Control.CE_MenuEmptyArea: paint_nothing,
}


COMPLEX: dict[QStyle.ComplexControl, Painting] = {
    Complex.CC_ComboBox: style_frames.paint_combo,
    Complex.CC_ScrollBar: style_frames.paint_scroll_bar,
    Complex.CC_SpinBox: style_frames.paint_spin_box,
}


def control_painting(element: QStyle.ControlElement, option: QStyleOption, widget: QWidget | None) -> Painting | None:
    """Return the function that draws a control or a part, if there is one."""
    if element == Control.CE_ComboBoxLabel and isinstance(option, QStyleOptionComboBox) and option.editable:
        return _paint_combo_icon
    if element == Control.CE_ShapedFrame and is_text_editor(widget):
        return style_frames.paint_line_edit
    if element == Control.CE_ShapedFrame and isinstance(widget, QFrame):
        return _paint_frame
    return _CONTROLS.get(element)


def control_size(
    tokens: Tokens, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None
) -> QSize | None:
    """Return the size of a field or button; None for what Fusion measures."""
    tall = tokens.px(HEIGHT_CONTROL)
    if kind in _AT_THE_SIDES:
        return QSize(size.width() + _AT_THE_SIDES[kind], max(tall, size.height() + 8))
    if kind == Contents.CT_PushButton and isinstance(widget, QPushButton):
        return style_frames.push_button_size(tokens, widget)
    if kind == Contents.CT_MenuItem and isinstance(option, QStyleOptionMenuItem):
        return menu_item_size(tokens, option)
    return None


def adjusted_size(tokens: Tokens, kind: QStyle.ContentsType, option: QStyleOption, answer: QSize) -> QSize:
    """Return Fusion's size with headers and tabs as high as a field."""
    tall = tokens.px(HEIGHT_CONTROL)
    if kind == Contents.CT_HeaderSection and isinstance(option, QStyleOptionHeader):
        answer.setHeight(max(tall, answer.height()))
    if kind == Contents.CT_TabBarTab and isinstance(option, QStyleOptionTab):
        return style_frames.tab_size(tokens.font(TextRole.STRONG), option.text, tall)
    return answer


def part_rect(
    option: QStyleOptionComplex, control: QStyle.ComplexControl, part: QStyle.SubControl, widget: QWidget | None
) -> QRect | None:
    """Return the rectangle of a part of a combo box or scroll bar."""
    rect = rect_of(option)
    if control == Complex.CC_ComboBox and part == QStyle.SubControl.SC_ComboBoxEditField:
        return rect.adjusted(32, 1, *style_frames.combo_end(widget))
    if control == Complex.CC_ComboBox and part == QStyle.SubControl.SC_ComboBoxArrow:
        return QRect(rect.left(), rect.top(), 34, rect.height())
    if control == Complex.CC_SpinBox:
        return style_frames.spin_box_part(option, part)
    if control == Complex.CC_ScrollBar:
        return style_frames.scroll_bar_part(option, part)
    return None


def _paint_combo_icon(
    _t: Tokens, _i: IconSet, option: QStyleOption, painter: QPainter, _widget: QWidget | None
) -> None:
    if isinstance(option, QStyleOptionComboBox):
        style_frames.paint_combo_icon(option, painter)


def _paint_frame(tokens: Tokens, _i: IconSet, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    if isinstance(widget, QFrame):
        style_frames.paint_frame(tokens, widget, option, painter)
