"""A scan laid over the print by its marks: whichever way it lay, every corner of the page comes to its own corner."""

from __future__ import annotations

import random
from functools import cache
from math import hypot

import pytest
from PIL import Image, ImageChops

from desktop_app.printing.scans.scan_marks import WIDTH, printed_page
from tests import made_scans
from tests.printing import sample_documents as samples
from tests.printing.minutes_reader import paper

DPI = 170
PDF = paper(samples.RICH)
FRAME = {(0.1, 0.08): (255, 0, 0), (0.9, 0.08): (0, 200, 0), (0.1, 0.8): (0, 0, 255), (0.9, 0.8): (230, 0, 230)}
"""Dots by their places, in shares of the page, and their colours, by which they are found again."""
MILLIMETRE = WIDTH / 210
LAID = {
    "as printed": (made_scans.turned(0), 0.5),
    "2°": (made_scans.skewed(2), 0.5),
    "−5°": (made_scans.skewed(-5), 0.5),
    "on its side": (made_scans.turned(1), 0.5),
    "upside down, smaller": (lambda page, chance: made_scans.turned(2)(page, chance).reduce(2), 1.5),
    "one mark covered": (lambda page, _chance: without_left_mark(page), 3.0),
}
"""How it lay, and how many millimetres off a dot may come."""


@cache
def pages() -> list[Image.Image]:
    return made_scans.drawn(PDF, DPI)


def dotted(page: Image.Image) -> Image.Image:
    """The page with its frame of dots."""
    seen = page.convert("RGB").copy()
    for (across, down), colour in FRAME.items():
        x, y = round(across * seen.width), round(down * seen.height)
        seen.paste(colour, (x - 5, y - 5, x + 6, y + 6))
    return seen


def without_left_mark(page: Image.Image) -> Image.Image:
    seen = page.copy()
    seen.paste("white", (0, round(page.height * 0.9), page.width // 3, page.height))
    return seen


def middle_of(seen: Image.Image, colour: tuple[int, int, int]) -> tuple[float, float]:
    """Where the dot of a colour lies."""
    apart = ImageChops.difference(seen, Image.new("RGB", seen.size, colour)).split()
    near = ImageChops.lighter(ImageChops.lighter(apart[0], apart[1]), apart[2]).point([255] * 60 + [0] * 196)
    box = near.getbbox()
    assert box is not None
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


@pytest.mark.parametrize("name", LAID)
def test_what_stands_on_the_scan_lies_where_it_stands_on_the_print(name: str) -> None:
    change, off = LAID[name]
    seen = change(dotted(pages()[1]), random.Random(1))
    found = printed_page(PDF, seen)
    assert found is not None
    assert found.map is not None
    a, b, c, d, e, f = found.map
    for (across, down), colour in FRAME.items():
        x, y = middle_of(seen, colour)
        there = a * x + b * y + c, d * x + e * y + f
        assert hypot(there[0] - across * WIDTH, there[1] - down * found.pixels.height) < off * MILLIMETRE


@pytest.mark.parametrize("machine", [made_scans.grey, made_scans.black_and_white, made_scans.colour])
def test_a_scan_of_any_machine_is_laid(machine: made_scans.Change) -> None:
    found = printed_page(PDF, made_scans.in_turn(made_scans.skewed(-1), machine)(pages()[0], random.Random(2)))
    assert found is not None
    assert found.map is not None


def test_without_a_mark_the_number_says_which_page_and_nothing_is_laid() -> None:
    bare = made_scans.covered(pages()[0])
    assert printed_page(PDF, bare) is None
    found = printed_page(PDF, bare, 1)
    assert found is not None
    assert found.map is None
    assert printed_page(PDF, bare, len(pages()) + 1) is None


def test_the_mark_of_another_paper_lays_nothing() -> None:
    (other,) = made_scans.drawn(paper(samples.INQUORATE), DPI, [0])
    assert printed_page(PDF, other) is None
    found = printed_page(PDF, other, 1)
    assert found is not None
    assert found.map is None
