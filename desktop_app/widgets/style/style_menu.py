"""Drawing of menus: a plain panel, icon at the right, word, keys at the left, all from the tokens."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QStyleOption, QStyleOptionMenuItem, QWidget

from desktop_app.widgets.style.icons import IconSet
from desktop_app.widgets.style.look import rounded, sheet
from desktop_app.widgets.style.style_options import FORCE_RTL, RIGHT, State, has, rect_of
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_SECTION, ICON_ROW, RADIUS_FIELD, TextRole, Tokens

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
