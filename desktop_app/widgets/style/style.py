"""Style of the program: Fusion underneath; fields, buttons, frames and menus drawn from the tokens.

The tables of hand-drawn parts load when the style first draws one of them: the first window is painted by its own
controls, so it does not wait for the fields and frames of the pages.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QPushButton,
    QStyle,
    QStyleHintReturn,
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
from desktop_app.widgets.style.look import LookBearer, palette_of, round_window, rounded, sheet
from desktop_app.widgets.style.style_frames import (
    FORCE_RTL,
    RIGHT,
    State,
    has,
    is_frameless,
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
    """The sheet that the lines stand on."""
    sheet(painter, rect_of(option), tokens)


def paint_menu_item(
    tokens: Tokens, icons: IconSet, option: QStyleOption, painter: QPainter, _w: QWidget | None
) -> None:
    """One line of a menu, or the rule between two groups."""
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
        rounded(painter, QRectF(rect), RADIUS_FIELD - 2, tokens.colour("selected"), line)
    side = tokens.px(ICON_ROW)
    box = QRect(rect.right() - GAP - side, rect.center().y() - side // 2 + 1, side, side)
    if option.checked:
        icons.paint(painter, QRectF(box), "check", tokens.colour("accent"))
    elif not option.icon.isNull():
        mode = QIcon.Mode.Normal if enabled else QIcon.Mode.Disabled
        option.icon.paint(painter, box, Qt.AlignmentFlag.AlignCenter, mode)
    _paint_words(tokens, icons, option, painter, rect.adjusted(GAP_CARD, 0, box.left() - rect.right() - GAP - 2, 0))


def menu_item_size(tokens: Tokens, option: QStyleOptionMenuItem) -> QSize:
    """Room for icon, word, keys and air."""
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
    Primitive.PE_PanelTipLabel: style_frames.paint_tip,
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
    """How a control or a part of one is drawn here, if it is."""
    if element == Control.CE_ComboBoxLabel and isinstance(option, QStyleOptionComboBox) and option.editable:
        return _paint_combo_icon
    if element == Control.CE_ShapedFrame and is_text_editor(widget):
        return style_frames.paint_line_edit
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
        return style_frames.push_button_size(tokens, widget)
    if kind == Contents.CT_MenuItem and isinstance(option, QStyleOptionMenuItem):
        return menu_item_size(tokens, option)
    return None


def corrected_size(tokens: Tokens, kind: QStyle.ContentsType, option: QStyleOption, answer: QSize) -> QSize:
    """What Fusion measured, where heads and tabs are as high as a field."""
    tall = tokens.px(HEIGHT_CONTROL)
    if kind == Contents.CT_HeaderSection and isinstance(option, QStyleOptionHeader):
        answer.setHeight(max(tall, answer.height()))
    if kind == Contents.CT_TabBarTab and isinstance(option, QStyleOptionTab):
        return style_frames.tab_size(tokens.font(TextRole.STRONG), option.text, tall)
    return answer


def own_part(
    option: QStyleOptionComplex, control: QStyle.ComplexControl, part: QStyle.SubControl, widget: QWidget | None
) -> QRect | None:
    """Where a part stands: a combo's writing keeps clear of its arrow, a scroll bar is all groove."""
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


Metric = QStyle.PixelMetric
Sub = QStyle.SubElement

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
_NOTHING: frozenset[QStyle.StyleHint] = frozenset(
    {
        QStyle.StyleHint.SH_Widget_Animation_Duration,
        QStyle.StyleHint.SH_ComboBox_Popup,
        QStyle.StyleHint.SH_EtchDisabledText,
    }
)
_SCALED: dict[QStyle.PixelMetric, int] = {
    Metric.PM_CheckBoxLabelSpacing: 8,
    Metric.PM_IndicatorWidth: 18,
    Metric.PM_IndicatorHeight: 18,
    Metric.PM_ExclusiveIndicatorWidth: 18,
    Metric.PM_ExclusiveIndicatorHeight: 18,
    Metric.PM_ButtonIconSize: 18,
    Metric.PM_SmallIconSize: 18,
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

        painting = PRIMITIVES.get(element)
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
        if element == QStyle.ControlElement.CE_ShapedFrame and is_frameless(widget):
            return

        painting = control_painting(element, option, widget)
        if painting is not None:
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

        painting = COMPLEX.get(control)
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
        if hint in _NOTHING:
            return 0
        if hint == QStyle.StyleHint.SH_Menu_Mask:
            # A menu asks at each new size; the bindings do not let the answer carry a region, so it is put on here
            if widget is not None:
                round_window(widget)
            return 0
        return super().styleHint(hint, option, widget, return_data)

    def sizeFromContents(
        self, type_: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        """Fields and buttons are 36 high and grow with the writing."""

        own = own_size(self.tokens, type_, option, size, widget)
        if own is not None:
            return own
        answer = super().sizeFromContents(type_, option, size, _taken(widget))
        return corrected_size(self.tokens, type_, option, answer)

    def subElementRect(self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None) -> QRect:
        """Writing in a field stands ten pixels from its edge."""
        if element == Sub.SE_LineEditContents:
            return option.rect.adjusted(8, 1, -8, -1)
        if element == Sub.SE_PushButtonFocusRect:
            return QRect(option.rect)
        if element == Sub.SE_CheckBoxFocusRect:
            # the ring keeps clear of the first letter, in the gap beside the mark
            return super().subElementRect(element, option, _taken(widget)).adjusted(-4, 0, 4, 0) & option.rect
        return super().subElementRect(element, option, _taken(widget))

    def subControlRect(
        self,
        cc: QStyle.ComplexControl,
        opt: QStyleOptionComplex,
        sc: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        """A combo's writing keeps clear of its arrow; a scroll bar is all groove."""

        own = own_part(opt, cc, sc, widget)
        return own if own is not None else super().subControlRect(cc, opt, sc, _taken(widget))


def apply_look(app: QApplication, tokens: Tokens, icons: IconSet) -> LookStyle:
    """Dress the application: style, palette, font, right-to-left. The answer changes it later by `use`."""
    style = LookStyle(tokens, icons)
    app.setStyle(style)
    app.setPalette(palette_of(tokens))
    app.setFont(tokens.font())
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return style
