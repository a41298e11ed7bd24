"""Writing that knows its role: the font and the ink follow the look, also when the look changes."""

from __future__ import annotations

from PySide6.QtCore import Property, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.widgets.style.cut_text import cut
from desktop_app.widgets.style.look import set_role, tokens_of
from desktop_app.widgets.style.tokens import Ink, TextRole, Tone


class TextLabel(QLabel):
    """A label with one of the roles of writing and one of the inks; text is always plain.

    Qt's own label takes its direction and edge from its first letter, so that a number or a Latin word would
    stand at the wrong edge; this one is right-to-left whatever it begins with.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        text: str = "",
        role: TextRole = TextRole.BODY,
        ink: Ink | Tone = Ink.TEXT,
        wrap: bool = False,
        elide: bool = False,
        end: bool = False,
    ) -> None:
        super().__init__(parent)
        self._elide = elide
        self._role = role
        self._ink: Ink | Tone = ink
        self.setTextFormat(Qt.TextFormat.PlainText)
        edge = Qt.AlignmentFlag.AlignLeft if end else Qt.AlignmentFlag.AlignRight
        self.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        self.setWordWrap(wrap)
        self.setText(text)
        self._take_look()

    def set_ink(self, ink: Ink | Tone) -> None:
        """Write in another ink."""
        self._ink = ink
        self._take_look()

    def set_role(self, role: TextRole) -> None:
        """Write in another size and weight."""
        self._role = role
        self._take_look()

    def set_elide(self, elide: bool) -> None:
        """End with … instead of asking for more room."""
        self._elide = elide
        self.updateGeometry()

    def _get_role(self) -> str:
        return self._role.value

    def _set_role_name(self, name: str) -> None:
        self.set_role(TextRole(name))

    def _get_ink(self) -> str:
        return self._ink.value

    def _set_ink_name(self, name: str) -> None:
        self.set_ink(Ink(name) if name in {one.value for one in Ink} else Tone(name))

    text_role = Property(str, _get_role, _set_role_name)
    text_ink = Property(str, _get_ink, _set_ink_name)

    def minimumSizeHint(self) -> QSize:
        """A label that may end with … gives way down to a few letters."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), 48), hint.height()) if self._elide else hint

    def fitting(self, width: float) -> str:
        """As much of the text as fits, with … for the rest."""
        return cut(self.text(), self.fontMetrics(), width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw right-to-left; a line that does not fit ends with … and stands whole in the tooltip."""
        if self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse:
            super().paintEvent(event)
            return
        rect = self.contentsRect().adjusted(self.margin(), self.margin(), -self.margin(), -self.margin())
        text = self.text()
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        if self.wordWrap():
            # loaded with the first text of several lines
            from desktop_app.widgets.style.writing import paint_wrapped

            middle = bool(self.alignment() & Qt.AlignmentFlag.AlignVCenter)
            paint_wrapped(painter, QRectF(rect), text, self.font(), align=self._edge(), middle=middle)
            return
        if self._elide:
            text = self.fitting(rect.width())
            self.setToolTip(self.text() if text != self.text() else "")
        flags = int(self.alignment()) | int(Qt.TextFlag.TextForceRightToLeft)
        painter.drawText(rect, flags, text)

    def heightForWidth(self, width: int) -> int:
        """The height of the lines as they are drawn."""
        if not self.wordWrap():
            return super().heightForWidth(width)
        from desktop_app.widgets.style.writing import wrapped_height

        return wrapped_height(self.text(), self.font(), width - 2 * self.margin()) + 2 * self.margin()

    def changeEvent(self, event: QEvent) -> None:
        """Take the new look on."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._take_look()

    def _edge(self) -> Qt.AlignmentFlag:
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return Qt.AlignmentFlag.AlignHCenter
        left = self.alignment() & Qt.AlignmentFlag.AlignLeft
        edge = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
        return edge | Qt.AlignmentFlag.AlignAbsolute

    def _take_look(self) -> None:
        tokens = tokens_of(self)
        set_role(self, self._role)
        colour = tokens.ink(self._ink) if isinstance(self._ink, Tone) else tokens.colour(self._ink.value)
        palette = self.palette()
        if palette.color(QPalette.ColorRole.WindowText) != colour:
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self.setPalette(palette)


class AddressLabel(TextLabel):
    """The address of a folder: what does not fit gives way in its middle, for the end tells most."""

    def __init__(self, parent: QWidget | None = None, *, text: str = "") -> None:
        super().__init__(parent, text=text, elide=True)

    def fitting(self, width: float) -> str:
        """Its beginning and its end, with … between them."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, int(width))
