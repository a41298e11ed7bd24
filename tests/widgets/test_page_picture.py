"""The page beside the settings of print: as large as its place, whole, in the proportions of its sheet."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.widgets.paper.page_canvas import PageImage
from desktop_app.widgets.paper.page_picture import LEAST, MOST, PagePicture
from desktop_app.widgets.style.tokens import Tokens
from tests.screens import move_to_screen

SHEETS = {"A4": (595, 842), "A5": (420, 595)}


def white(points: tuple[int, int]) -> object:
    """A renderer of a blank sheet."""

    def render(_page: int, width: int) -> PageImage:
        height = -(-width * points[1] // points[0])
        return PageImage(b"\xff" * (width * height * 4), width, height)

    return render


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    holder = QWidget()
    qtbot.addWidget(holder)
    QHBoxLayout(holder).addWidget(PagePicture(holder))
    return holder


def picture_in(place: QWidget, room: int) -> PagePicture:
    place.resize(room, 700)
    place.show()
    found: PagePicture = place.findChildren(PagePicture)[0]
    return found


@pytest.mark.parametrize(("room", "width"), [(900, MOST), (340, None), (120, LEAST)])
def test_it_takes_the_room_there_is_between_its_bounds(place: QWidget, room: int, width: int | None) -> None:
    picture = picture_in(place, room)
    picture.show_page(white(SHEETS["A4"]), "نمونه")  # type: ignore[arg-type]
    assert LEAST <= picture.width() <= MOST
    assert width is None or picture.width() == width


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("room", [900, 340])
def test_the_sheet_is_whole_with_a_line_on_all_four_sides(place: QWidget, sheet: str, room: int) -> None:
    picture = picture_in(place, room)
    picture.show_page(white(SHEETS[sheet]), "نمونه")  # type: ignore[arg-type]
    wide, tall = SHEETS[sheet]
    assert picture.height() == pytest.approx(picture.width() * tall / wide, abs=2)
    drawn: QImage = picture.grab().toImage()
    edge = Tokens().colour("edge")
    middle = drawn.width() // 2, drawn.height() // 2
    corners = [(middle[0], 0), (middle[0], drawn.height() - 1), (0, middle[1]), (drawn.width() - 1, middle[1])]
    assert [drawn.pixelColor(*at).name() for at in corners] == [edge.name()] * 4
    assert drawn.pixelColor(*middle).name() == "#ffffff"


def test_on_another_screen_it_is_drawn_at_the_pixels_of_that_one(
    place: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = picture_in(place, 900)
    picture.show_page(white(SHEETS["A4"]), "نمونه")  # type: ignore[arg-type]
    move_to_screen(place, 2.0, monkeypatch)
    assert picture.picture().devicePixelRatio() == 2.0
    assert picture.picture().deviceIndependentSize().width() == picture.width()
