"""Tables of the parts that are drawn and measured by hand; loaded when the style first draws one of them.

The first window is painted by its own controls, so it does not wait for the fields and frames of the pages.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
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

from desktop_app.widgets.style import style_fields as fields
from desktop_app.widgets.style import style_frames as frames
from desktop_app.widgets.style import style_menu as menus
from desktop_app.widgets.style.icons import IconSet
from desktop_app.widgets.style.style_options import is_text_editor, paint_nothing, rect_of
from desktop_app.widgets.style.tokens import HEIGHT_CONTROL, TextRole, Tokens

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
    Primitive.PE_PanelLineEdit: fields.paint_line_edit,
    Primitive.PE_FrameLineEdit: paint_nothing,
    Primitive.PE_IndicatorCheckBox: fields.paint_check_box,
    Primitive.PE_IndicatorRadioButton: fields.paint_radio,
    Primitive.PE_FrameTabBarBase: frames.paint_tab_base,
    Primitive.PE_FrameTabWidget: paint_nothing,
    Primitive.PE_IndicatorBranch: paint_nothing,
    Primitive.PE_IndicatorHeaderArrow: paint_nothing,
    Primitive.PE_PanelItemViewRow: paint_nothing,
    Primitive.PE_PanelTipLabel: frames.paint_tip,
    Primitive.PE_PanelMenu: menus.paint_menu_panel,
    Primitive.PE_FrameMenu: paint_nothing,
    Primitive.PE_FrameFocusRect: frames.paint_focus,
}
_CONTROLS: dict[QStyle.ControlElement, Painting] = {
    Control.CE_PushButton: fields.paint_push_button,
    Control.CE_TabBarTabShape: frames.paint_tab_shape,
    Control.CE_TabBarTabLabel: frames.paint_tab_label,
    Control.CE_HeaderSection: frames.paint_header,
    Control.CE_HeaderLabel: frames.paint_header_label,
    Control.CE_HeaderEmptyArea: frames.paint_header,
    Control.CE_Splitter: paint_nothing,
    Control.CE_MenuItem: menus.paint_menu_item,
    Control.CE_MenuEmptyArea: paint_nothing,
}
COMPLEX: dict[QStyle.ComplexControl, Painting] = {
    Complex.CC_ComboBox: fields.paint_combo,
    Complex.CC_ScrollBar: frames.paint_scroll_bar,
    Complex.CC_SpinBox: fields.paint_spin_box,
}


def control_painting(element: QStyle.ControlElement, option: QStyleOption, widget: QWidget | None) -> Painting | None:
    """How a control or a part of one is drawn here, if it is."""
    if element == Control.CE_ComboBoxLabel and isinstance(option, QStyleOptionComboBox) and option.editable:
        return _paint_combo_icon
    if element == Control.CE_ShapedFrame and is_text_editor(widget):
        return fields.paint_line_edit
    if element == Control.CE_ShapedFrame and isinstance(widget, QFrame):
        return _paint_frame
    return _CONTROLS.get(element)


def own_size(
    tokens: Tokens, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None
) -> QSize | None:
    """Fields and buttons are 36 high and grow with the writing; None for what Fusion measures."""
    tall = tokens.px(HEIGHT_CONTROL)
    if kind in _AT_THE_SIDES:
        return QSize(size.width() + _AT_THE_SIDES[kind], max(tall, size.height() + 8))
    if kind == Contents.CT_PushButton and isinstance(widget, QPushButton):
        return fields.push_button_size(tokens, widget)
    if kind == Contents.CT_MenuItem and isinstance(option, QStyleOptionMenuItem):
        return menus.menu_item_size(tokens, option)
    return None


def corrected_size(tokens: Tokens, kind: QStyle.ContentsType, option: QStyleOption, answer: QSize) -> QSize:
    """What Fusion measured, where heads and tabs are as high as a field."""
    tall = tokens.px(HEIGHT_CONTROL)
    if kind == Contents.CT_HeaderSection and isinstance(option, QStyleOptionHeader):
        answer.setHeight(max(tall, answer.height()))
    if kind == Contents.CT_TabBarTab and isinstance(option, QStyleOptionTab):
        return frames.tab_size(tokens.font(TextRole.STRONG), option.text, tall)
    return answer


def own_part(
    option: QStyleOptionComplex, control: QStyle.ComplexControl, part: QStyle.SubControl, widget: QWidget | None
) -> QRect | None:
    """Where a part stands: a combo's writing keeps clear of its arrow, a scroll bar is all groove."""
    rect = rect_of(option)
    if control == Complex.CC_ComboBox and part == QStyle.SubControl.SC_ComboBoxEditField:
        return rect.adjusted(32, 1, *fields.combo_end(widget))
    if control == Complex.CC_ComboBox and part == QStyle.SubControl.SC_ComboBoxArrow:
        return QRect(rect.left(), rect.top(), 34, rect.height())
    if control == Complex.CC_SpinBox:
        return fields.spin_box_part(option, part)
    if control == Complex.CC_ScrollBar:
        return frames.scroll_bar_part(option, part)
    return None


def _paint_combo_icon(
    _t: Tokens, _i: IconSet, option: QStyleOption, painter: QPainter, _widget: QWidget | None
) -> None:
    if isinstance(option, QStyleOptionComboBox):
        fields.paint_combo_icon(option, painter)


def _paint_frame(tokens: Tokens, _i: IconSet, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    if isinstance(widget, QFrame):
        frames.paint_frame(tokens, widget, option, painter)
