"""Label with a text role: its font and colour follow the look, even when the look changes."""

from __future__ import annotations

from PySide6.QtCore import Property, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.widgets.style.cut_text import cut
from desktop_app.widgets.style.look import set_role, tokens_of
from desktop_app.widgets.style.tokens import Ink, TextRole, Tone


class TextLabel(QLabel):
    """A label with a text role and an ink; its text is always plain.

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
        """Set the text colour."""
        self._ink = ink
        self._take_look()

    def set_role(self, role: TextRole) -> None:
        """Set the text role, which gives size and weight."""
        self._role = role
        self._take_look()

    def set_elide(self, elide: bool) -> None:
        """Cut the text with «…» instead of asking for more width."""
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
        """Return the width of a few letters if the text may be cut."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), 48), hint.height()) if self._elide else hint

    def fitting(self, width: float) -> str:
        """Return the part of the text that fits, with «…» for the rest."""
        return cut(self.text(), self.fontMetrics(), width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw right-to-left; a cut line is shown whole in the tooltip."""
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
        """Return the height of the lines as drawn."""
        if not self.wordWrap():
            return super().heightForWidth(width)
        from desktop_app.widgets.style.writing import wrapped_height

        return wrapped_height(self.text(), self.font(), width - 2 * self.margin()) + 2 * self.margin()

    def changeEvent(self, event: QEvent) -> None:
        """Apply the new look."""
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
    """Label for a folder path, which is cut in the middle."""

    def __init__(self, parent: QWidget | None = None, *, text: str = "") -> None:
        super().__init__(parent, text=text, elide=True)

    def fitting(self, width: float) -> str:
        """Return the beginning and the end of the path, with «…» between."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, int(width))
