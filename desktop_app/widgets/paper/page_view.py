"""Print preview: thumbnails at the right, the page in the middle, controls above."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.errors import Refused
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.paper.page_canvas import ASK_AGAIN_MS, Render, to_image
from desktop_app.widgets.paper.page_pair import PagePair
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import ring, tokens_of
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, TextRole
from desktop_app.words import widgets as words

THUMBNAIL = 80
FIT_FROM = 300
"""Below this width only the icons of the controls stand over the paper."""
_TALL = 1.4142


class _ThumbnailPainter(QStyledItemDelegate):
    """Delegate of the thumbnails: a small page above its number; the current one has a ring."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a thumbnail."""
        strip = self.parent()
        tokens = tokens_of(strip if isinstance(strip, QWidget) else None)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        side = tokens.px(THUMBNAIL)
        box = QRect(option.rect.center().x() - side // 2, option.rect.top() + 4, side, round(side * _TALL))
        painter.fillRect(box.adjusted(-1, -1, 1, 1), tokens.colour("hairline"))
        painter.fillRect(box, Qt.GlobalColor.white)
        icon = index.data(int(Qt.ItemDataRole.DecorationRole))
        if isinstance(icon, QIcon):
            icon.paint(painter, box, Qt.AlignmentFlag.AlignTop)
        if chosen:
            ring(painter, QRectF(box).adjusted(-3, -3, 3, 3), 4, tokens.colour("accent"))
        painter.save()
        painter.setFont(tokens.font(TextRole.LABEL))
        painter.setPen(tokens.colour("accent" if chosen else "second"))
        foot = QRect(option.rect.left(), box.bottom() + 4, option.rect.width(), option.rect.bottom() - box.bottom() - 4)
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignCenter), str(index.data()))
        painter.restore()


class _Bar(QFrame):
    """The bar of controls above the page."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the background and the line below it."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.colour("hairline"))


class PageView(QWidget):
    """Preview filled by `show_document(count, render)`; thumbnails are drawn one by one after the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._render: Render | None = None
        self._count = 0
        self._waiting: list[int] = []
        self.pair = PagePair()
        self.canvas = self.pair.canvas
        """The paper itself."""
        self.thumbnails = self._strip()
        """The strip of small pages."""
        self._place = TextLabel(role=TextRole.HEAD)
        self._place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._fit = Button(text=words.FIT_WIDTH, kind=ButtonKind.QUIET, compact=True)
        self._back = _tool("chevron-right", words.PAGE_BACK)
        self._next = _tool("chevron-left", words.PAGE_NEXT)
        self._larger = _tool("zoom-in", words.LARGER)
        self._smaller = _tool("zoom-out", words.SMALLER)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._draw_next)
        self._connect()
        self._lay_out()
        self.show_document(0, None)

    def show_document(self, count: int, render: Render | None) -> None:
        """Show another document; `render` must return a page at exactly the given width."""
        self._count, self._render = count, render
        # silently: a row that goes would turn the page of the document that is being let go
        self.thumbnails.blockSignals(True)
        self.thumbnails.clear()
        self.thumbnails.blockSignals(False)
        side = tokens_of(self).px(THUMBNAIL)
        for page in range(count):
            item = QListWidgetItem(words.number(page + 1))
            item.setData(int(Qt.ItemDataRole.AccessibleTextRole), words.page_of(page + 1, count))
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
            item.setSizeHint(QSize(side + 12, round(side * _TALL) + self.fontMetrics().height() + 14))
            self.thumbnails.addItem(item)
        self._waiting = list(range(count))
        self.canvas.show_document(count, render)
        if count:
            self._timer.start()

    def add_tool(self, widget: QWidget) -> None:
        """Add a control at the right end of the bar."""
        self._tools.insertWidget(0, widget)

    def page(self) -> int:
        """The index of the current page, from 0."""
        return self.canvas.page()

    def go_to(self, page: int) -> None:
        """Go to a page."""
        self.canvas.go_to(page)

    def page_text(self) -> str:
        """The text «صفحهٔ n از m» as shown."""
        return self._place.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the fit-to-width button if the bar is too narrow."""
        super().resizeEvent(event)
        self._fit.setVisible(self.width() >= tokens_of(self).px(FIT_FROM))

    def event(self, event: QEvent) -> bool:
        """Draw the thumbnails again on another screen."""
        if event.type() == QEvent.Type.DevicePixelRatioChange and self._count:
            self._waiting = list(range(self._count))
            self._timer.start()
        return super().event(event)

    def _strip(self) -> QListWidget:
        strip = QListWidget()
        side = tokens_of(self).px(THUMBNAIL)
        strip.setFrameShape(QFrame.Shape.NoFrame)
        strip.setViewMode(QListView.ViewMode.IconMode)
        strip.setFlow(QListView.Flow.TopToBottom)
        strip.setWrapping(False)
        strip.setMovement(QListView.Movement.Static)
        strip.setIconSize(QSize(side, round(side * _TALL)))
        strip.setSpacing(4)
        strip.setFixedWidth(side + 36)
        strip.setAccessibleName(words.THUMBNAILS)
        strip.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        strip.setItemDelegate(_ThumbnailPainter(strip))
        return strip

    def _connect(self) -> None:
        self.thumbnails.currentRowChanged.connect(lambda row: self.canvas.go_to(row) if row >= 0 else None)
        self.canvas.turned.connect(self._turned)
        self.canvas.zoomed.connect(lambda _zoom: self._tell())
        self._back.clicked.connect(lambda: self.canvas.go_to(self.page() - 1))
        self._next.clicked.connect(lambda: self.canvas.go_to(self.page() + 1))
        self._larger.clicked.connect(lambda: self.canvas.zoom_by(1))
        self._smaller.clicked.connect(lambda: self.canvas.zoom_by(-1))
        self._fit.clicked.connect(lambda: self.canvas.set_zoom(None))

    def _lay_out(self) -> None:
        bar = _Bar()
        self._tools = QHBoxLayout(bar)
        self._tools.setContentsMargins(GAP_CARD, 5, GAP_CARD, 6)
        self._tools.setSpacing(GAP)
        self._tools.addStretch(1)
        for widget in (self._back, self._place, self._next):
            self._tools.addWidget(widget)
        self._tools.addStretch(1)
        for widget in (self._larger, self._fit, self._smaller):
            self._tools.addWidget(widget)
        paper = QHBoxLayout()
        paper.setSpacing(0)
        paper.addWidget(self.thumbnails)
        paper.addWidget(self.pair, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addLayout(paper, 1)

    def _turned(self, page: int) -> None:
        if self.thumbnails.currentRow() != page and self._count:
            self.thumbnails.setCurrentRow(page)
        self._tell()

    def _tell(self) -> None:
        page = self.page()
        self._place.setText(words.page_of(page + 1, self._count) if self._count else "")
        self._back.setEnabled(page > 0)
        self._next.setEnabled(page + 1 < self._count)
        for button in (self._larger, self._smaller, self._fit):
            button.setEnabled(bool(self._count))

    def _draw_next(self) -> None:
        if not self._waiting or self._render is None:
            self._timer.stop()
            return
        self._timer.setInterval(ASK_AGAIN_MS if self.canvas.awaited() else 0)
        if self.canvas.awaited():
            # the page itself comes first
            return
        page = self._waiting[0]
        ratio = self.devicePixelRatioF()
        try:
            picture = self._render(page, round(tokens_of(self).px(THUMBNAIL) * ratio))
        except Refused:
            # the small sheet stays blank: the paper itself says why
            self._waiting.pop(0)
            return
        if picture is None:
            self._timer.setInterval(ASK_AGAIN_MS)
            return
        self._waiting.pop(0)
        pixmap = QPixmap.fromImage(to_image(picture))
        pixmap.setDevicePixelRatio(ratio)
        item = self.thumbnails.item(page)
        if item is not None:
            item.setIcon(QIcon(pixmap))


def _tool(icon: str, name: str) -> Button:
    return Button(kind=ButtonKind.QUIET, icon=icon, name=name, compact=True)
