"""A scanned page next to the printed page, zoomed and scrolled together; one press overlays them.

It is for the eye: nothing is compared and nothing is said of what is seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QTransform
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QSizePolicy, QSlider, QVBoxLayout, QWidget

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.fields.choice_field import WheelBlocker
from desktop_app.widgets.paper.page_canvas import PageCanvas, PageImage
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_TIGHT, Ink, TextRole
from desktop_app.words import widgets as words
from desktop_app.words.digits import percent

HALF: Final = 50
SLIDER_WIDTH: Final = 160


@dataclass(frozen=True, slots=True)
class ComparedPrint:
    """The printed page that belongs to the scanned page.

    ``map`` takes pixels of ``page`` to pixels of ``printed``; ``None`` where the page cannot be laid over it. ``said``
    is why there is no page of the print, or no map.
    """

    page: QImage = field(default_factory=QImage)
    printed: QImage = field(default_factory=QImage)
    map: QTransform | None = None
    said: str = ""


class PagePair(QWidget):
    """`canvas` shows the document; the second pane is visible while :meth:`offer` is on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._beside = ComparedPrint()
        self._following = False
        self.canvas = PageCanvas()
        self.printed = PageCanvas()
        self.printed.setObjectName("printedPane")
        self.printed.setAccessibleName(words.PRINTED_PAGE)
        self.over = Button(text=words.LAY_OVER, icon="layers", compact=True)
        self.over.setObjectName("layOver")
        self.over.setCheckable(True)
        self.share = QSlider(Qt.Orientation.Horizontal)
        self.share.setObjectName("overlayShare")
        self.share.setRange(0, 100)
        self.share.setValue(HALF)
        self.share.setPageStep(10)
        self.share.setAccessibleName(words.OVERLAY_SHARE)
        WheelBlocker(self.share)
        self._percent = TextLabel(text=percent(HALF), role=TextRole.NOTE, ink=Ink.SECOND)
        self._said = TextLabel(role=TextRole.NOTE, ink=Ink.SECOND, elide=True)
        self._bar = QWidget()
        self._lay_out()
        self.over.toggled.connect(lambda _on: self._show())
        self.share.valueChanged.connect(self._share_changed)
        for canvas, other in ((self.canvas, self.printed), (self.printed, self.canvas)):
            self._link(canvas, other)
        self.offer(on=False)

    def offer(self, *, on: bool) -> None:
        """Show or hide the pane of the print."""
        self._offered = on
        self.show_print(ComparedPrint())

    def show_print(self, beside: ComparedPrint) -> None:
        """Show the printed page next to the document's page."""
        self._beside = beside
        self._show()

    def is_overlaid(self) -> bool:
        """Whether the two pages are overlaid."""
        return self.over.isChecked() and self._beside.map is not None

    # ---- inside

    def _show(self) -> None:
        beside, over = self._beside, self.is_overlaid()
        held = self.canvas.hasFocus()
        self._bar.setVisible(self._offered)
        self.over.setEnabled(beside.map is not None)
        self.share.setVisible(over)
        self._percent.setVisible(over)
        self._said.setText("" if over else beside.said)
        self._said.setVisible(not over)
        # while the page of the print is awaited its pane stays: the page beside it would be drawn at two widths
        self.printed.setVisible(self._offered and not (beside.printed.isNull() and beside.said))
        self.canvas.setVisible(not over)
        with self._still():
            self.printed.show_document(0 if beside.printed.isNull() else 1, self._draw)
            self.printed.set_zoom(self.canvas.zoom())
        self._follow(self.canvas.verticalScrollBar(), self.printed.verticalScrollBar())
        if over and held:
            self.printed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw(self, _page: int, width: int) -> PageImage:
        printed = self._beside.printed
        # no more pixels than there are: at a large zoom the slider would lag
        made = printed.scaledToWidth(min(width, printed.width()), Qt.TransformationMode.SmoothTransformation)
        made = made.convertToFormat(QImage.Format.Format_ARGB32)
        if self.is_overlaid() and self._beside.map is not None:
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setOpacity(self.share.value() / 100)
            painter.setTransform(self._beside.map * QTransform.fromScale(*(2 * [made.width() / printed.width()])))
            painter.drawImage(0, 0, self._beside.page)
            painter.end()
        return PageImage(bytes(made.constBits()), made.width(), made.height())

    def _share_changed(self, share: int) -> None:
        self._percent.setText(percent(share))
        self.printed.redraw()

    def _link(self, canvas: PageCanvas, other: PageCanvas) -> None:
        """Connect zoom and scrolling of both panes."""
        canvas.zoomed.connect(lambda zoom: self._zoom(other, zoom))
        bars = (
            (canvas.verticalScrollBar(), other.verticalScrollBar()),
            (canvas.horizontalScrollBar(), other.horizontalScrollBar()),
        )
        for bar, follower in bars:
            bar.valueChanged.connect(lambda _value, bar=bar, follower=follower: self._follow(bar, follower))

    def _zoom(self, other: PageCanvas, zoom: float) -> None:
        if not self._following:
            with self._still():
                other.set_zoom(zoom)

    def _follow(self, bar: QScrollBar, follower: QScrollBar) -> None:
        """Scroll the other pane to the same fraction, as page heights may differ."""
        if not self._following and bar.maximum():
            with self._still():
                follower.setValue(round(bar.value() / bar.maximum() * follower.maximum()))

    @contextmanager
    def _still(self) -> Iterator[None]:
        """Context in which the panes do not follow each other."""
        before, self._following = self._following, True
        try:
            yield
        finally:
            self._following = before

    def _lay_out(self) -> None:
        self.share.setFixedWidth(tokens_of(self).px(SLIDER_WIDTH))
        self._said.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self._bar)
        line.setContentsMargins(GAP_TIGHT, GAP_TIGHT, GAP_TIGHT, GAP_TIGHT)
        line.setSpacing(GAP_CARD)
        for widget in (self.over, self.share, self._percent):
            line.addWidget(widget)
        line.addWidget(self._said, 1)
        line.addStretch()
        panes = QHBoxLayout()
        panes.setSpacing(GAP)
        for canvas in (self.canvas, self.printed):
            panes.addWidget(canvas, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addLayout(panes, 1)
