"""The one style of the program: Fusion underneath, the fields, buttons and frames drawn from the tokens."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QPushButton,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionHeader,
    QStyleOptionMenuItem,
    QStyleOptionTab,
    QWidget,
)

from desktop_app.widgets import style_fields as fields
from desktop_app.widgets import style_frames as frames
from desktop_app.widgets import style_menu as menus
from desktop_app.widgets.icons import IconSet
from desktop_app.widgets.look import LookBearer, palette_of
from desktop_app.widgets.style_options import is_text_editor, paint_nothing
from desktop_app.widgets.tokens import GAP, GAP_CARD, HEIGHT_CONTROL, TextRole, Tokens

Metric = QStyle.PixelMetric
Primitive = QStyle.PrimitiveElement
Control = QStyle.ControlElement
Complex = QStyle.ComplexControl
Sub = QStyle.SubElement
Contents = QStyle.ContentsType
Painting = Callable[[Tokens, IconSet, QStyleOption, QPainter, QWidget | None], None]

_METRICS: dict[QStyle.PixelMetric, int] = {
    Metric.PM_ScrollBarExtent: 10,
    Metric.PM_ScrollBarSliderMin: 40,
    Metric.PM_DefaultFrameWidth: 1,
    Metric.PM_ComboBoxFrameWidth: 1,
    Metric.PM_ButtonShiftHorizontal: 0,
    Metric.PM_ButtonShiftVertical: 0,
    Metric.PM_TabBarTabHSpace: 24,
    Metric.PM_TabBarTabVSpace: 12,
    Metric.PM_TabBarBaseOverlap: 0,
    Metric.PM_SplitterWidth: 8,
    Metric.PM_MenuPanelWidth: 1,
    Metric.PM_MenuHMargin: 4,
    Metric.PM_MenuVMargin: 4,
    Metric.PM_SubMenuOverlap: 0,
    Metric.PM_LayoutHorizontalSpacing: GAP_CARD,
    Metric.PM_LayoutVerticalSpacing: GAP,
    Metric.PM_LayoutLeftMargin: GAP_CARD,
    Metric.PM_LayoutRightMargin: GAP_CARD,
    Metric.PM_LayoutTopMargin: GAP_CARD,
    Metric.PM_LayoutBottomMargin: GAP_CARD,
}
_AT_THE_SIDES: dict[QStyle.ContentsType, int] = {
    Contents.CT_LineEdit: 20,
    Contents.CT_ComboBox: 50,
    Contents.CT_SpinBox: 10,
}
_SCALED: dict[QStyle.PixelMetric, int] = {
    Metric.PM_IndicatorWidth: 18,
    Metric.PM_IndicatorHeight: 18,
    Metric.PM_ExclusiveIndicatorWidth: 18,
    Metric.PM_ExclusiveIndicatorHeight: 18,
    Metric.PM_ButtonIconSize: 18,
    Metric.PM_SmallIconSize: 18,
}
_PRIMITIVES: dict[QStyle.PrimitiveElement, Painting] = {
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
_COMPLEX: dict[QStyle.ComplexControl, Painting] = {
    Complex.CC_ComboBox: fields.paint_combo,
    Complex.CC_ScrollBar: frames.paint_scroll_bar,
    Complex.CC_SpinBox: fields.paint_spin_box,
}


def _taken(widget: QWidget | None) -> QWidget:
    """What the bindings' types do not say: these three take None as well as a widget."""
    return cast(QWidget, widget)


class LookStyle(LookBearer):
    """Fusion with the program's own fields, buttons, tabs, heads and scroll bars."""

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw one of the simple shapes."""
        painting = _PRIMITIVES.get(element)
        if painting is not None:
            painting(self.tokens, self.icons, option, painter, widget)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw a control or a part of one."""
        painting = _CONTROLS.get(element)
        if element == Control.CE_ComboBoxLabel and isinstance(option, QStyleOptionComboBox) and option.editable:
            fields.paint_combo_icon(option, painter)
        elif element == Control.CE_ShapedFrame and is_text_editor(widget):
            fields.paint_line_edit(self.tokens, self.icons, option, painter, widget)
        elif element == Control.CE_ShapedFrame and isinstance(widget, QFrame):
            frames.paint_frame(self.tokens, widget, option, painter)
        elif painting is not None:
            painting(self.tokens, self.icons, option, painter, widget)
        else:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw a control that has parts of its own."""
        painting = _COMPLEX.get(control)
        if painting is not None:
            painting(self.tokens, self.icons, option, painter, widget)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """The widths and gaps of the look."""
        if metric == Metric.PM_DefaultFrameWidth and is_text_editor(widget):
            return 5
        if metric in _METRICS:
            return _METRICS[metric]
        if metric in _SCALED:
            return self.tokens.px(_SCALED[metric])
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        return_data: QStyleHintReturn | None = None,
    ) -> int:
        """Small habits: no animation that a photograph could catch, lists that open below their field."""
        if hint in (QStyle.StyleHint.SH_Widget_Animation_Duration, QStyle.StyleHint.SH_ComboBox_Popup):
            return 0
        if hint == QStyle.StyleHint.SH_EtchDisabledText:
            return 0
        return super().styleHint(hint, option, widget, return_data)

    def sizeFromContents(
        self, type_: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        """Fields and buttons are 36 high and grow with the writing."""
        tall = self.tokens.px(HEIGHT_CONTROL)
        if type_ in _AT_THE_SIDES:
            return QSize(size.width() + _AT_THE_SIDES[type_], max(tall, size.height() + 8))
        if type_ == Contents.CT_PushButton and isinstance(widget, QPushButton):
            return fields.push_button_size(self.tokens, widget)
        if type_ == Contents.CT_MenuItem and isinstance(option, QStyleOptionMenuItem):
            return menus.menu_item_size(self.tokens, option)
        answer = super().sizeFromContents(type_, option, size, _taken(widget))
        if type_ == Contents.CT_HeaderSection and isinstance(option, QStyleOptionHeader):
            answer.setHeight(max(tall, answer.height()))
        if type_ == Contents.CT_TabBarTab and isinstance(option, QStyleOptionTab):
            metrics = self.tokens.font(TextRole.STRONG)
            answer = frames.tab_size(metrics, option.text, tall)
        return answer

    def subElementRect(self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None) -> QRect:
        """Writing in a field stands ten pixels from its edge."""
        if element == Sub.SE_LineEditContents:
            return option.rect.adjusted(8, 1, -8, -1)
        if element == Sub.SE_PushButtonFocusRect and isinstance(option, QStyleOptionButton):
            return option.rect
        return super().subElementRect(element, option, _taken(widget))

    def subControlRect(
        self,
        cc: QStyle.ComplexControl,
        opt: QStyleOptionComplex,
        sc: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        """A combo's writing keeps clear of its arrow; a scroll bar is all groove."""
        if cc == Complex.CC_ComboBox and sc == QStyle.SubControl.SC_ComboBoxEditField:
            return opt.rect.adjusted(32, 1, *fields.combo_end(widget))
        if cc == Complex.CC_ComboBox and sc == QStyle.SubControl.SC_ComboBoxArrow:
            return QRect(opt.rect.left(), opt.rect.top(), 34, opt.rect.height())
        if cc == Complex.CC_SpinBox:
            return fields.spin_box_part(opt, sc)
        if cc == Complex.CC_ScrollBar:
            return frames.scroll_bar_part(opt, sc)
        return super().subControlRect(cc, opt, sc, _taken(widget))


def apply_look(app: QApplication, tokens: Tokens, icons: IconSet) -> LookStyle:
    """Dress the application: style, palette, font, right-to-left. The answer changes it later by `use`."""
    style = LookStyle(tokens, icons)
    app.setStyle(style)
    app.setPalette(palette_of(tokens))
    app.setFont(tokens.font())
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return style
