"""Qt style of the program: Fusion with its own fields, buttons and frames drawn from the tokens."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComplex,
    QWidget,
)

from desktop_app.widgets.style.icons import IconSet
from desktop_app.widgets.style.look import LookBearer, palette_of, round_window
from desktop_app.widgets.style.style_options import is_frameless, is_text_editor
from desktop_app.widgets.style.tokens import (
    GAP,
    GAP_CARD,
    Tokens,
)

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


def _optional(widget: QWidget | None) -> QWidget:
    """Cast a widget that may be None, which the type hints of the bindings do not allow."""
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
        """Draw a simple shape."""
        from desktop_app.widgets.style.style_parts import PRIMITIVES

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
        from desktop_app.widgets.style.style_parts import control_painting

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
        """Draw a control with subcontrols."""
        from desktop_app.widgets.style.style_parts import COMPLEX

        painting = COMPLEX.get(control)
        if painting is not None:
            painting(self.tokens, self.icons, option, painter, widget)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """Return a width or gap of the look."""
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
        """Return a style hint: no animation, lists open below their field."""
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
        """Return the size: fields and buttons are 36 high and grow with the text size."""
        from desktop_app.widgets.style.style_parts import adjusted_size, control_size

        own = control_size(self.tokens, type_, option, size, widget)
        if own is not None:
            return own
        answer = super().sizeFromContents(type_, option, size, _optional(widget))
        return adjusted_size(self.tokens, type_, option, answer)

    def subElementRect(self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None) -> QRect:
        """Return the rectangle of a part; text in a field starts ten pixels from its edge."""
        if element == Sub.SE_LineEditContents:
            return option.rect.adjusted(8, 1, -8, -1)
        if element == Sub.SE_PushButtonFocusRect:
            return QRect(option.rect)
        if element == Sub.SE_CheckBoxFocusRect:
            # the ring keeps clear of the first letter, in the gap beside the mark
            return super().subElementRect(element, option, _optional(widget)).adjusted(-4, 0, 4, 0) & option.rect
        return super().subElementRect(element, option, _optional(widget))

    def subControlRect(
        self,
        cc: QStyle.ComplexControl,
        opt: QStyleOptionComplex,
        sc: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        """Return the rectangle of a subcontrol, such as the text of a combo box."""
        from desktop_app.widgets.style.style_parts import part_rect

        own = part_rect(opt, cc, sc, widget)
        return own if own is not None else super().subControlRect(cc, opt, sc, _optional(widget))


def apply_look(app: QApplication, tokens: Tokens, icons: IconSet) -> LookStyle:
    """Set style, palette, font and right-to-left on the application; return the style, whose `use` changes it."""
    style = LookStyle(tokens, icons)
    app.setStyle(style)
    app.setPalette(palette_of(tokens))
    app.setFont(tokens.font())
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return style
