"""Pages that cannot be drawn: a sentence in their place, nothing raised, and the others are shown as ever."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.widgets.paper.page_canvas import PageCanvas, PageImage
from desktop_app.widgets.paper.page_picture import PagePicture
from desktop_app.widgets.paper.page_view import PageView
from desktop_app.words.refusals import sentence

TORN = EnvironmentProblem("picture_not_shown")


class Half:
    """The second page is torn; remembers what was asked for."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def draw(self, page: int, width: int) -> PageImage:
        self.asked.append(page)
        if page == 1:
            raise EnvironmentProblem("picture_not_shown")
        return PageImage(b"\x80\x80\x80\xff" * (width * width), width, width)


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    """A look at nothing yet."""
    made = PageView()
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    return made


def test_a_torn_page_is_told_in_its_place(view: PageView, qtbot: QtBot) -> None:
    half = Half()
    view.show_document(3, half.draw)
    canvas = view.canvas
    whole = canvas.grab().toImage()
    assert (canvas.said(), canvas.accessibleDescription()) == ("", "")
    view.go_to(1)
    assert canvas.image() is None
    assert canvas.said() == canvas.accessibleDescription() == sentence(TORN)
    told = canvas.grab().toImage()
    ground = told.pixelColor(5, 5)
    inside = {told.pixelColor(x, y).rgb() for x in range(100, 300, 2) for y in range(100, 400, 2)}
    assert inside - {ground.rgb()}, "the sentence is written"
    assert told != whole
    view.go_to(2)
    assert canvas.image() is not None
    assert (canvas.said(), canvas.accessibleDescription()) == ("", "")


def test_a_torn_page_is_not_tried_at_every_paint(view: PageView, qtbot: QtBot) -> None:
    half = Half()
    view.show_document(3, half.draw)
    qtbot.waitUntil(lambda: view.thumbnails.item(2).icon().availableSizes() != [])
    assert view.thumbnails.item(1).icon().isNull()
    half.asked.clear()
    view.go_to(1)
    for _paint in range(3):
        view.canvas.viewport().repaint()
    view.canvas.zoom_by(1)
    assert half.asked == [1]


def test_a_kept_error_keeps_no_painter_at_work(view: PageView) -> None:
    kept = EnvironmentProblem("picture_not_shown")

    def torn(page: int, width: int) -> PageImage | None:
        # raised by the paint: whoever keeps the error keeps every frame above
        if not painting:
            return None
        raise kept

    painting: list[bool] = []
    view.show_document(1, torn)
    painting.append(True)
    view.canvas.viewport().repaint()
    assert view.canvas.said() == sentence(TORN)
    assert kept.__traceback__ is not None
    assert not [one for one in gc.get_objects() if isinstance(one, QPainter) and one.isActive()]


def test_another_document_begins_anew(view: PageView) -> None:
    torn, sound = Half(), Half()
    view.show_document(3, torn.draw)
    view.go_to(1)
    view.show_document(1, sound.draw)
    assert view.canvas.image() is not None
    assert view.canvas.said() == ""


def test_what_is_wrong_with_the_program_is_raised(view: PageView) -> None:
    def broken(_page: int, _width: int) -> PageImage:
        raise ValueError("a bug")

    with pytest.raises(ValueError, match="a bug"):
        view.canvas.show_document(1, broken)
    view.canvas.show_document(0, None)


def test_the_first_page_as_a_picture_is_told_too(qtbot: QtBot) -> None:
    def torn(_page: int, _width: int) -> PageImage:
        raise EnvironmentProblem("picture_not_shown")

    picture = PagePicture()
    qtbot.addWidget(picture)
    picture.show_page(torn, "a page")
    assert not picture.has_page()
    assert picture.accessibleDescription() == sentence(TORN)


def test_fewer_pixels_than_were_asked_for_fill_the_same_place(qtbot: QtBot, qapp: QApplication) -> None:
    canvas = PageCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(700, 500)
    canvas.show()
    wide: list[int] = []

    def draw(_page: int, width: int) -> PageImage:
        wide.append(width)
        return PageImage(b"\x40\x40\x40\xff" * (50 * 100), 50, 100)

    canvas.show_document(1, draw)
    picture = canvas.image()
    assert picture is not None
    size = picture.deviceIndependentSize()
    assert (size.width(), size.height()) == pytest.approx((wide[-1], 2 * wide[-1]), abs=1)
    assert canvas.grab().toImage().pixelColor(350, 400).red() == 0x40
    assert canvas.verticalScrollBar().maximum() > wide[-1]
