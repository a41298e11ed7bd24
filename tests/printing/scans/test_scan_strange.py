"""Ink beside that of the print: the end of a stroke is of the pen, and a dot beside it is not."""

from __future__ import annotations

from PIL import Image, ImageDraw

from desktop_app.printing.scans.scan_strange import strange_ink

SIZE = (600, 300)
STROKE, END, DOT, FAR = (50, 100, 250, 106), (310, 100, 340, 106), (310, 60, 317, 67), (500, 100, 530, 106)


def _page(*boxes: tuple[int, int, int, int]) -> Image.Image:
    page = Image.new("L", SIZE)
    for box in boxes:
        ImageDraw.Draw(page).rectangle(box, fill=255)
    return page


def test_a_piece_beside_a_stroke_is_of_the_pen() -> None:
    seen = strange_ink(_page(), _page(STROKE, END))
    assert seen.written_over(STROKE)
    assert seen.written_over(END)


def test_neither_a_dot_beside_it_nor_a_piece_far_away_is() -> None:
    seen = strange_ink(_page(), _page(STROKE, DOT, FAR))
    assert not seen.written_over(DOT)
    assert not seen.written_over(FAR)
