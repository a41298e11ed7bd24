"""Empty state of a page or list: what is missing, why it matters, and how to begin."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import icons_of, paint_rounded, tokens_of
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_SECTION, Ink, TextRole


class _IconDisc(QWidget):
    """An icon in a soft circle."""

    def __init__(self) -> None:
        super().__init__()
        self.icon = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a size that grows with the text size."""
        side = tokens_of(self).px(52)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circle and the icon."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        box = QRectF(self.rect())
        accent = tokens.colour("accent")
        paint_rounded(painter, box, box.width() / 2, tokens.colour("selected"), tokens.outline(accent))
        inset = box.width() * 0.27
        icons_of(self).paint(painter, box.adjusted(inset, inset, -inset, -inset), self.icon, accent)


class EmptyPage(QWidget):
    """Icon, sentence, reason, a main button and an optional second one."""

    action_requested = Signal()
    quiet_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._disc = _IconDisc()
        self._title = TextLabel(role=TextRole.SECTION, wrap=True)
        self._detail = TextLabel(role=TextRole.SECOND, ink=Ink.SECOND, wrap=True)
        self._action = Button(kind=ButtonKind.FILLED)
        self._quiet = Button(kind=ButtonKind.QUIET)
        for label in (self._title, self._detail):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._action.clicked.connect(self.action_requested)
        self._quiet.clicked.connect(self.quiet_requested)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_CARD)
        buttons.addStretch(1)
        buttons.addWidget(self._action)
        buttons.addWidget(self._quiet)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_SECTION, 0, GAP_SECTION, 0)
        layout.setSpacing(GAP - 2)
        layout.addStretch(1)
        layout.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(2)
        layout.addWidget(self._title)
        layout.addWidget(self._detail)
        layout.addSpacing(2)
        layout.addLayout(buttons)
        layout.addStretch(1)

    def set_content(
        self,
        title: str,
        detail: str = "",
        *,
        icon: str = "",
        action: str = "",
        action_icon: str = "plus",
        quiet: str = "",
        quiet_icon: str = "",
    ) -> None:
        """Set the texts; an empty text hides its part."""
        self._disc.icon = icon
        self._disc.setVisible(bool(icon))
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._action.setText(action)
        self._action.set_icon(action_icon)
        self._action.setVisible(bool(action))
        self._quiet.setText(quiet)
        self._quiet.set_icon(quiet_icon)
        self._quiet.setVisible(bool(quiet))
        # The keyboard given to the page is meant for the one thing to do here
        proxy = self._action if action else self._quiet if quiet else None
        self.setFocusProxy(proxy)  # type: ignore[arg-type]  # Qt takes None as "no proxy"; the stub does not say so
        self.update()
