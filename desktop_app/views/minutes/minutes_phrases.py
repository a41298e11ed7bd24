"""Ready phrases beneath a line: what goes with the letters typed so far, the one that Tab takes marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.text.folding import Form, fold
from desktop_app.text.minutes import minutes as words
from desktop_app.widgets.fields.caret import scroll_area_of
from desktop_app.widgets.style.cut_text import cut
from desktop_app.widgets.style.look import rounded, tokens_of
from desktop_app.widgets.style.style_options import FORCE_RTL, RIGHT
from desktop_app.widgets.style.tokens import RADIUS_CARD, RADIUS_ROW, TextRole

SHOWN = 3
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


class PhraseRow(QPushButton):
    """One phrase; the first shows the key that takes it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.phrase = text
        self.first = False
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line with air."""
        return QSize(200, tokens_of(self).px(38))

    def minimumSizeHint(self) -> QSize:
        """A long phrase ends with …"""
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The one that Tab takes on the accent's soft ground."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.first:
            rounded(painter, box, RADIUS_ROW - 2, tokens.colour("selected"))
        elif self.underMouse():
            rounded(painter, box, RADIUS_ROW - 2, tokens.hover())
        painter.setFont(tokens.font(TextRole.HINT))
        painter.setPen(tokens.colour("quiet"))
        if self.first:
            painter.drawText(box.adjusted(12, 0, 0, 0), LEFT, "Tab")
        painter.setFont(tokens.font(TextRole.BODY))
        painter.setPen(tokens.colour("accent" if self.first else "text"))
        width = self.width() - 24 - (40 if self.first else 0)
        shown = cut(self.phrase, painter.fontMetrics(), width)
        painter.drawText(box.adjusted(12, 0, -12, 0), RIGHT | FORCE_RTL, shown)


class PhraseCard(QFrame):
    """The phrases that go with what is typed."""

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[PhraseRow] = []
        self.setAccessibleName(words.PHRASES_NAME)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(5, 5, 5, 5)
        self._column.setSpacing(0)
        self.hide()

    def show_phrases(self, phrases: Sequence[str], at: int) -> None:
        """Show these with the one at a place marked; none hides the card."""
        if [row.phrase for row in self.rows] != list(phrases):
            for row in self.rows:
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
            self.rows = [PhraseRow(phrase) for phrase in phrases]
            for row in self.rows:
                row.clicked.connect(lambda _on=False, phrase=row.phrase: self.taken.emit(phrase))
                self._column.addWidget(row)
        for place, row in enumerate(self.rows):
            row.first = place == at
            row.update()
        self.setVisible(bool(phrases))

    def showEvent(self, event: QShowEvent) -> None:
        """The page makes room for it."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._come_in_sight)

    def _come_in_sight(self) -> None:
        page = scroll_area_of(self)
        if page is not None and self.isVisible():
            page.ensureWidgetVisible(self, 0, 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A sheet that lies on the paper."""
        tokens = tokens_of(self)
        rounded(QPainter(self), QRectF(self.rect()), RADIUS_CARD, tokens.colour("surface"), tokens.colour("hairline"))


def phrases_for(typed: str, phrases: Sequence[str]) -> list[str]:
    """Phrases that begin with what is typed, then those that hold it, in any spelling."""
    wanted = fold(typed, Form.SQUEEZED)
    folded = [(fold(phrase, Form.SQUEEZED), phrase) for phrase in phrases]
    first = [phrase for key, phrase in folded if key.startswith(wanted)]
    return first + [phrase for key, phrase in folded if wanted in key and phrase not in first]
