"""View of one page at screen resolution; at most two pages are in memory.

In the place of a page that cannot be drawn stands the sentence that says so.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop_app.domain.errors import Refused
from desktop_app.widgets.style.look import ring, tokens_of
from desktop_app.widgets.style.tokens import GAP_INSIDE, TextRole
from desktop_app.words import widgets as words
from desktop_app.words.refusals import sentence

FULL_PAGES = 2
ZOOM_STEP, ZOOM_LEAST, ZOOM_MOST = 1.25, 0.25, 4.0


@dataclass(frozen=True, slots=True)
class PageImage:
    """Pixels of a page from the renderer: four bytes each, BGRA by default."""

    data: bytes
    width: int
    height: int
    rgba: bool = False


Render = Callable[[int, int], PageImage | None]
"""`render(page_index, pixel_width)`; the picture may have fewer pixels. Raises ``Refused`` for a torn page.

``None`` says that the page is drawn elsewhere and has to be asked for again.
"""
Drawn = Callable[[int, int], PageImage]
"""The same, always at once."""
ASK_AGAIN_MS = 30


def to_image(page: PageImage) -> QImage:
    """Return a picture that owns its pixels."""
    form = QImage.Format.Format_RGBA8888 if page.rgba else QImage.Format.Format_ARGB32
    return QImage(page.data, page.width, page.height, page.width * 4, form).copy()


class PageCanvas(QAbstractScrollArea):
    """Scrolls within a page; PageDown at its end goes to the next page."""

    turned = Signal(int)
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._render: Render | None = None
        self._count = 0
        self._page = 0
        self._zoom: float | None = None
        self._deciding = False
        self._held: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._undrawn: dict[int, str] = {}
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(ASK_AGAIN_MS)
        self._again.timeout.connect(self._fit)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(words.PAGE_CANVAS)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_document(self, count: int, render: Render | None) -> None:
        """Show another document from its first page."""
        self._count, self._render, self._page = count, render, 0
        self._held.clear()
        self._undrawn.clear()
        self._again.stop()
        self._fit()
        self.turned.emit(0)

    def redraw(self) -> None:
        """Draw the page again after it changed; keep position and zoom."""
        self._held.clear()
        self._fit()

    def page(self) -> int:
        """The index of the page, from 0."""
        return self._page

    def pages_in_memory(self) -> int:
        """The number of whole pages in memory."""
        return len(self._held)

    def zoom(self) -> float:
        """The zoom factor; 1.0 fills the width."""
        return 1.0 if self._zoom is None else self._zoom

    def go_to(self, page: int, *, at_end: bool = False) -> None:
        """Go to the top or the bottom of a page."""
        page = max(0, min(page, self._count - 1))
        if not self._count:
            return
        moved = page != self._page
        self._page = page
        self._fit()
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum() if at_end else 0)
        if moved:
            self.turned.emit(page)

    def set_zoom(self, zoom: float | None) -> None:
        """Set the zoom factor; None fits the width."""
        self._zoom = None if zoom is None else max(ZOOM_LEAST, min(ZOOM_MOST, zoom))
        self._held.clear()
        self._fit()
        self.zoomed.emit(self.zoom())

    def zoom_by(self, steps: int) -> None:
        """Zoom in or out by a quarter."""
        self.set_zoom(self.zoom() * ZOOM_STEP**steps)

    def image(self) -> QImage | None:
        """The picture of the page at screen resolution; None if :meth:`said` has a text."""
        if self._render is None or not self._count or self._page in self._undrawn:
            return None
        key = (self._page, self._pixel_width())
        if key not in self._held:
            try:
                drawn = self._render(*key)
            except Refused as refused:
                # what is torn stays so: it is not tried at every paint
                self._undrawn[self._page] = sentence(refused)
                return None
            if drawn is None:
                self._again.start()
                return None
            self._hold(key, to_image(drawn))
        self._held.move_to_end(key)
        return self._held[key]

    def said(self) -> str:
        """The text shown instead of a page that cannot be drawn or is not drawn yet."""
        return self._undrawn.get(self._page, words.PAGE_COMES if self.awaited() else "")

    def awaited(self) -> bool:
        """Whether the page is being drawn in the background."""
        return self._again.isActive()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page with PageUp, PageDown, Home, End; zoom with Ctrl and plus, minus, 0."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not (control and self._zooms(event.key())) and not self._turns(event.key()):
            super().keyPressEvent(event)

    def _zooms(self, key: int) -> bool:
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom_by(-1 if key == Qt.Key.Key_Minus else 1)
        elif key == Qt.Key.Key_0:
            self.set_zoom(None)
        else:
            return False
        return True

    def _turns(self, key: int) -> bool:
        bar = self.verticalScrollBar()
        if key == Qt.Key.Key_PageDown and bar.value() >= bar.maximum():
            self.go_to(self._page + 1)
        elif key == Qt.Key.Key_PageUp and bar.value() <= bar.minimum() and self._page:
            self.go_to(self._page - 1, at_end=True)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if key == Qt.Key.Key_Home else self._count - 1)
        else:
            return False
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl and the wheel."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the width again."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Draw the page again on another screen."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._held.clear()
            self._fit()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw white paper on the background, in dark mode too."""
        picture = self.image()
        tokens = tokens_of(self)
        # ended here: an error that the page raised keeps this frame, and a painter that outlives its widget crashes
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), tokens.colour("sunken"))
            if picture is not None:
                at = QRect(self._origin(picture), picture.deviceIndependentSize().toSize())
                painter.fillRect(at.adjusted(-1, -1, 1, 1), tokens.colour("hairline"))
                painter.fillRect(at, Qt.GlobalColor.white)
                if picture.devicePixelRatio() < self.devicePixelRatioF():
                    # given a point alone, Qt would not make it larger
                    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                    painter.drawImage(QRectF(QPointF(at.topLeft()), picture.deviceIndependentSize()), picture)
                else:
                    painter.drawImage(at.topLeft(), picture)
            elif self.said():
                painter.setPen(tokens.colour("second"))
                painter.setFont(tokens.font(TextRole.BODY))
                flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextForceRightToLeft | Qt.TextFlag.TextWordWrap)
                room = QRectF(self.viewport().rect()).adjusted(GAP_INSIDE, GAP_INSIDE, -GAP_INSIDE, -GAP_INSIDE)
                painter.drawText(room, flags, self.said())
            if self.hasFocus():
                ring(painter, self.viewport().rect().toRectF(), 2, tokens.colour("accent"))

    def sizeHint(self) -> QSize:
        """Return room to read a page."""
        return QSize(560, 640)

    def _hold(self, key: tuple[int, int], picture: QImage) -> None:
        """Keep the picture of a page; if it has fewer pixels than requested, enlarge it."""
        share = 1.0 if picture.width() == key[1] else picture.width() / key[1]
        picture.setDevicePixelRatio(self.devicePixelRatioF() * share)
        self._held[key] = picture
        while len(self._held) > FULL_PAGES:
            self._held.popitem(last=False)

    def _pixel_width(self) -> int:
        width = max(80, self.viewport().width() - 2 * GAP_INSIDE)
        return round(width * self.zoom() * self.devicePixelRatioF())

    def _origin(self, picture: QImage) -> QPoint:
        size = picture.deviceIndependentSize()
        left = (self.viewport().width() - size.width()) / 2
        if left < GAP_INSIDE:
            left = GAP_INSIDE - self.horizontalScrollBar().value()
        return QPoint(round(left), GAP_INSIDE - self.verticalScrollBar().value())

    def _decide_bar(self, picture: QImage | None) -> None:
        """Show the scroll bar if the page would be too tall without it.

        By the room that there is with no bars: by what is left beside them the bar would come and go without end.
        """
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if picture is not None and picture.width():
            room = self.maximumViewportSize()
            wide = max(80, room.width() - 2 * GAP_INSIDE) * self.zoom()
            tall = wide * picture.height() / picture.width() + 2 * GAP_INSIDE
            foot = self.horizontalScrollBar().sizeHint().height() if self.zoom() > 1 else 0
            if tall > room.height() - foot:
                policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        if policy != self.verticalScrollBarPolicy() and not self._deciding:
            # the width that follows rounds the page otherwise, and is no reason to decide anew
            self._deciding = True
            self.setVerticalScrollBarPolicy(policy)
            self._deciding = False

    def _fit(self) -> None:
        picture = self.image()
        self._decide_bar(picture)
        # with the bar, or without it, the page may have another width
        picture = self.image()
        self.setAccessibleDescription(self.said())
        size = picture.deviceIndependentSize().toSize() if picture is not None else QSize()
        port = self.viewport().size()
        bar, side = self.verticalScrollBar(), self.horizontalScrollBar()
        bar.setRange(0, max(0, size.height() + 2 * GAP_INSIDE - port.height()))
        bar.setPageStep(port.height())
        bar.setSingleStep(40)
        side.setRange(0, max(0, size.width() + 2 * GAP_INSIDE - port.width()))
        side.setPageStep(port.width())
        self.viewport().update()
