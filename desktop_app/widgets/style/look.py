"""Base style with design tokens and icons, and basic drawing functions.

Controls find the tokens on the application's style, with no global. The screen's room for windows and lists is asked
for here.
"""

from __future__ import annotations

from PySide6.QtCore import Property, QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPainterPath, QPaintEvent, QPalette, QPen, QRegion
from PySide6.QtWidgets import QApplication, QFrame, QProxyStyle, QSizePolicy, QWidget

from desktop_app.widgets.style.icons import IconSet
from desktop_app.widgets.style.tokens import FOCUS_WIDTH, RADIUS_CARD, RADIUS_ROW, TextRole, Tokens


def screen_room(widget: QWidget) -> QRect:
    """Return the available rectangle, in global pixels, of the screen of a widget.

    The widget itself is not asked for its screen: PySide makes the screen a child of whoever answered (its rule for
    pointers that a method returns). When the collector takes a later and an earlier answerer in one pass, it hands the
    screen to Python and deletes it, and the next window that opens ends the program (``SbkObject_tp_clear`` in
    Shiboken, seen with 6.11). The application's own functions have no such parent.
    """
    for part in (widget, widget.window()):
        screen = QGuiApplication.screenAt(part.mapToGlobal(part.rect().center()))
        if screen is not None:
            return screen.availableGeometry()
    return QGuiApplication.primaryScreen().availableGeometry()


_BAR = 3
"""Width of the bar at the right of a chosen row."""
_WITHOUT_SHAPES = "offscreen"
"""The one platform whose windows are always rectangles."""


class LookBearer(QProxyStyle):
    """Style that holds tokens and icons for all widgets."""

    def __init__(self, tokens: Tokens, icons: IconSet) -> None:
        super().__init__("Fusion")
        self.tokens = tokens
        self.icons = icons

    def use(self, app: QApplication, tokens: Tokens) -> None:
        """Change the look of the running program; every widget gets a style change."""
        self.tokens = tokens
        app.setPalette(palette_of(tokens))
        app.setFont(tokens.font())
        for widget in app.allWidgets():
            app.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
            widget.update()


_BARE = Tokens()
_NO_ICONS = IconSet(None)


def tokens_of(widget: QWidget | None) -> Tokens:
    """Return the tokens of a widget (light ones if no look is set)."""
    style = widget.style() if widget is not None else None
    return style.tokens if isinstance(style, LookBearer) else _BARE


def icons_of(widget: QWidget | None) -> IconSet:
    """Return the icons of a widget (none if no look is set)."""
    style = widget.style() if widget is not None else None
    return style.icons if isinstance(style, LookBearer) else _NO_ICONS


def palette_of(tokens: Tokens) -> QPalette:
    """Return Qt's palette made from the tokens."""
    role = QPalette.ColorRole
    palette = QPalette()
    names = {
        role.Window: "page",
        role.WindowText: "text",
        role.Base: "surface",
        role.AlternateBase: "surface",
        role.Text: "text",
        role.Button: "surface",
        role.ButtonText: "text",
        role.BrightText: "surface",
        role.ToolTipBase: "text",
        role.ToolTipText: "surface",
        role.PlaceholderText: "quiet",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.Accent: "accent",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.Light: "surface",
        role.Midlight: "hairline",
        role.Mid: "hairline",
        role.Dark: "edge",
        role.Shadow: "edge",
    }
    for one, name in names.items():
        palette.setColor(one, tokens.colour(name))
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, tokens.colour("quiet"))
    # fields of several lines take their ground from here; those of one line are painted so
    palette.setColor(QPalette.ColorGroup.Disabled, role.Base, tokens.colour("sunken"))
    return palette


def paint_rounded(
    painter: QPainter, rect: QRectF, radius: float, fill: QColor | None, edge: QColor | None = None
) -> None:
    """Draw a rounded box with a line of one pixel inside its rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
    else:
        painter.setPen(QPen(edge, 1))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.restore()


def paint_chosen_row(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    """Draw the background of the selected row, with a bar at its right edge."""
    accent = tokens.colour("accent")
    paint_rounded(painter, box, RADIUS_ROW, tokens.colour("selected"), tokens.outline(accent))
    bar = QRectF(box.right() - _BAR, box.top() + RADIUS_ROW, _BAR, box.height() - 2 * RADIUS_ROW)
    painter.fillRect(bar, accent)


def sheet(painter: QPainter, rect: QRect, tokens: Tokens, radius: int = RADIUS_CARD) -> None:
    """Draw the background of a popup window; `round_window` cuts its corners."""
    paint_rounded(painter, QRectF(rect), radius, tokens.colour("surface"), tokens.colour("edge"))


def round_shape(rect: QRect, radius: int = RADIUS_CARD) -> QRegion:
    """Return a rectangle without its corners."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(rect), radius, radius)
    return QRegion(path.toFillPolygon().toPolygon())


def round_window(window: QWidget, radius: int = RADIUS_CARD) -> None:
    """Cut the corners of a window by a mask, as transparency may be drawn black."""
    if QGuiApplication.platformName() != _WITHOUT_SHAPES:
        window.setMask(round_shape(window.rect(), radius))


def ring(painter: QPainter, rect: QRectF, radius: float, colour: QColor, width: float = FOCUS_WIDTH) -> None:
    """Draw the focus ring inside a rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, width))
    half = width / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
    painter.restore()


def set_role(widget: QWidget, role: TextRole) -> None:
    """Set the font of a text role on a widget."""
    font = tokens_of(widget).font(role)
    if widget.font() != font:
        widget.setFont(font)


class GroundFrame(QFrame):
    """Frame with its own background (`page`, `surface`, `sunken` or `side`) and lines at its sides."""

    def __init__(self, parent: QWidget | None = None, *, ground: str = "surface", sides: bool = True) -> None:
        super().__init__(parent)
        self._ground = ground
        self._sides = sides

    def set_sides(self, sides: bool) -> None:
        """Show or hide the lines at its sides."""
        self._sides = sides
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw background and lines."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.colour(self._ground))
        if self._sides:
            line = tokens.colour("hairline")
            painter.fillRect(0, 0, 1, self.height(), line)
            painter.fillRect(self.width() - 1, 0, 1, self.height(), line)

    def _get_ground(self) -> str:
        return self._ground

    def _set_ground(self, ground: str) -> None:
        self._ground = ground
        self.update()

    ground = Property(str, _get_ground, _set_ground)


class Rule(QFrame):
    """Thin line across a page or a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a height of one pixel."""
        return QSize(1, 1)

    def minimumSizeHint(self) -> QSize:
        """Return a height of one pixel."""
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        QPainter(self).fillRect(self.rect(), tokens_of(self).colour("hairline"))
