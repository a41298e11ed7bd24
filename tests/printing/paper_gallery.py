"""Photographs of every kind of paper, first and last page, for eyes and for comparison; taken by `dev.py gallery`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from PIL import Image

from desktop_app.printing.pages import PagePixels, PageReader
from tests.printing.every_paper import SAMPLES, paper

PICTURES: Final = Path(__file__).resolve().parents[1] / "pictures" / "papers"
WIDTH: Final = 744
"""Pixels across a page: 90 to the inch on A4, enough to read a footer by."""
COLOURS: Final = 32
MIDDLE: Final = {"long minutes": (2,), "minutes": (1, 2), "year book": (3, 4)}
"""Pages between the first and the last that show what no other page does, counted from 0."""


def shots(name: str) -> dict[str, Image.Image]:
    """The first and the last page of a sample, and what stands out between, by the names of their files."""
    with closing(PageReader()) as reader:
        opened = reader.open(paper(name))
        stem = name.replace(" ", "-")
        places = dict.fromkeys((0, *MIDDLE.get(name, ()), opened.count - 1))
        return {f"{stem}-{place + 1}.png": _picture(opened.pixels(place, WIDTH)) for place in places}


def _picture(page: PagePixels) -> Image.Image:
    return Image.frombuffer("RGBX", (page.width, page.height), page.bgra, "raw", "BGRX", 0, 1).convert("RGB")


def take_all() -> Iterator[Path]:
    """Photograph every paper anew; pictures of what is no paper any more go away."""
    PICTURES.mkdir(exist_ok=True)
    kept = set()
    for name in SAMPLES:
        for file, picture in shots(name).items():
            target = PICTURES / file
            picture.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
                target, optimize=True
            )
            kept.add(target)
            yield target
    for gone in set(PICTURES.glob("*.png")) - kept:
        gone.unlink()
