"""Scans as a machine would make them of printed pages: turned, dimmed, copied, written over; for tests and benches."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Sequence
from functools import cache
from math import cos, pi, sin

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from desktop_app.printing.pages import PageReader

MM_PER_INCH = 25.4
BLUE, VIOLET, DARK = (45, 60, 165), (110, 60, 150), (70, 70, 75)
"""Ink of a ball pen, of a stamp, and what a grey scanner makes of them."""
_MARKS = ((22.5, 15.0), (177.5, 15.0))
"""Middles of both marks, in millimetres from the left and the lower edge of A4."""
_TILES, _TILE = 8, 256
"""Pieces of noise, and the pixels of their sides."""
_PHOTOMETRIC, _ROWS_PER_STRIP = 262, 278
"""Tags of a TIFF."""
Picture = Image.Image
Change = Callable[[Picture, random.Random], Picture]


def drawn(pdf: bytes, dpi: int = 200, pages: Sequence[int] | None = None) -> list[Picture]:
    """Pages of a PDF as a perfect scanner would see them, in colour."""
    found = []
    with PageReader().open(pdf) as opened:
        for index in range(opened.count) if pages is None else pages:
            pixels = opened.pixels(index, round(opened.sizes[index].width / 72 * dpi))
            size = (pixels.width, pixels.height)
            found.append(Image.frombuffer("RGB", size, pixels.bgra, "raw", "BGRX", 0, 1).copy())
    return found


def dpi_of(page: Picture) -> float:
    """Of an A4 page, whichever way it lies."""
    return max(page.size) / (297 / MM_PER_INCH)


def millimetres(page: Picture, length: float) -> int:
    """In pixels of the page."""
    return round(length / MM_PER_INCH * dpi_of(page))


# ---- how it lay and what the machine did


def skewed(angle: float) -> Change:
    """Turned a little, on the grey of a lid."""
    return lambda page, _chance: page.rotate(angle, Image.Resampling.BICUBIC, fillcolor=_paper(page, 250))


def turned(quarters: int) -> Change:
    """Laid on its side or upside down: so many quarter turns clockwise."""
    how = {0: None, 1: Image.Transpose.ROTATE_270, 2: Image.Transpose.ROTATE_180, 3: Image.Transpose.ROTATE_90}[
        quarters
    ]
    return lambda page, _chance: page if how is None else page.transpose(how)


def grey(page: Picture, chance: random.Random) -> Picture:
    """A grey scanner: paper not quite white, a little noise, a little blur."""
    return noisy(page.convert("L").point([round(20 + shade * 0.9) for shade in range(256)]), chance, 6).filter(
        ImageFilter.GaussianBlur(0.6)
    )


def colour(page: Picture, chance: random.Random) -> Picture:
    """A colour scanner."""
    dimmed = page.point([round(18 + shade * 0.9) for shade in range(256)] * 3)
    return noisy(dimmed, chance, 5).filter(ImageFilter.GaussianBlur(0.5))


def black_and_white(page: Picture, _chance: random.Random) -> Picture:
    """A fax machine's two shades."""
    return page.convert("L").filter(ImageFilter.GaussianBlur(0.5)).point([255 * (one > 140) for one in range(256)], "1")


def photocopied(page: Picture, chance: random.Random) -> Picture:
    """Once through a copier: harder, a little thicker, with grains."""
    hard = page.convert("L").filter(ImageFilter.GaussianBlur(0.9))
    steep = hard.point([max(0, min(255, round((shade - 128) * 2.2 + 140))) for shade in range(256)])
    return noisy(steep, chance, 14)


def compressed(quality: int) -> Change:
    """Through JPEG and back."""

    def change(page: Picture, _chance: random.Random) -> Picture:
        out = io.BytesIO()
        page.convert("RGB" if page.mode == "RGB" else "L").save(out, "JPEG", quality=quality)
        return Image.open(io.BytesIO(out.getvalue())).copy()

    return change


def noisy(page: Picture, chance: random.Random, sigma: float) -> Picture:
    """Grains; the same chance gives the same grains."""
    small = (page.width // 2 + 1, page.height // 2 + 1)
    tile = _grains(chance.randrange(_TILES), sigma)
    noise = Image.new("L", small)
    for top in range(0, small[1], _TILE):
        for left in range(0, small[0], _TILE):
            noise.paste(tile, (left, top))
    grains = noise.resize(page.size)
    if page.mode == "RGB":
        return Image.merge("RGB", [ImageChops.add(band, grains, 1, -128) for band in page.split()])
    return ImageChops.add(page.convert("L"), grains, 1, -128)


@cache
def _grains(seed: int, sigma: float) -> Picture:
    """A piece of noise; a few of them serve all pages."""
    chance = random.Random(seed)
    shades = bytes(max(0, min(255, round(chance.gauss(128, sigma)))) for _ in range(_TILE * _TILE))
    return Image.frombytes("L", (_TILE, _TILE), shades)


# ---- what was written over it


def stroke(page: Picture, chance: random.Random, mark: int = 0, ink: tuple[int, int, int] = BLUE) -> Picture:
    """One stroke of a pen across a mark: of the left one (0) or the right one (1)."""
    middle, half = _mark_at(page, mark), millimetres(page, 9)
    angle = chance.uniform(-pi / 2, pi / 2)
    bend = millimetres(page, chance.uniform(-2, 2))
    ends = [
        (middle[0] - half * cos(angle), middle[1] - half * sin(angle)),
        (middle[0] + bend, middle[1] - bend),
        (middle[0] + half * cos(angle), middle[1] + half * sin(angle)),
    ]
    return _inked(page, ink, lambda pen: pen.line(ends, fill=255, width=max(2, millimetres(page, 0.7)), joint="curve"))


def ring(page: Picture, chance: random.Random, mark: int = 0, ink: tuple[int, int, int] = VIOLET) -> Picture:
    """The ring of a round stamp over a mark."""
    middle, radius = _mark_at(page, mark), millimetres(page, 16)
    away = [millimetres(page, chance.uniform(-11, 11)) for _ in range(2)]
    left, top = middle[0] + away[0] - radius, middle[1] + away[1] - radius
    box = (left, top, left + 2 * radius, top + 2 * radius)
    return _inked(page, ink, lambda pen: pen.ellipse(box, outline=255, width=millimetres(page, 1.2)))


def corner_stamp(page: Picture, chance: random.Random) -> Picture:
    """A full stamp over a corner of a mark, whichever corner of whichever mark."""
    (across, down), radius = _corner(page, chance), millimetres(page, 4)
    box = (across - radius, down - radius, across + radius, down + radius)
    return _inked(page, VIOLET, lambda pen: pen.ellipse(box, fill=255))


def corner_stroke(page: Picture, chance: random.Random) -> Picture:
    """One stroke of a pen over a corner of a mark."""
    (across, down), half, angle = _corner(page, chance), millimetres(page, 7), chance.uniform(0, pi)
    ends = [(across + side * half * cos(angle), down + side * half * sin(angle)) for side in (-1, 1)]
    return _inked(page, BLUE, lambda pen: pen.line(ends, fill=255, width=max(2, millimetres(page, 0.7))))


def signed(page: Picture, chance: random.Random) -> Picture:
    """A signature in the middle of the page."""
    step = millimetres(page, 3)
    at = (page.width // 2, page.height // 2)
    line = [(at[0] + place * step, at[1] + millimetres(page, chance.uniform(-6, 6))) for place in range(-6, 7)]
    return _inked(page, BLUE, lambda pen: pen.line(line, fill=255, width=max(2, millimetres(page, 0.6)), joint="curve"))


def covered(page: Picture) -> Picture:
    """Paper laid over the whole foot."""
    seen = page.copy()
    seen.paste("white", (0, page.height - millimetres(page, 30), page.width, page.height))
    return seen


def in_turn(*changes: Change) -> Change:
    """One change after the other."""

    def change(page: Picture, chance: random.Random) -> Picture:
        for one in changes:
            page = one(page, chance)
        return page

    return change


def in_grey(change: Change) -> Change:
    """Ink as a grey scanner sees it: nearly as dark as print."""
    return lambda page, chance: change(page, chance).convert("L")


def blank(dpi: int = 200, *, yellowed: bool = False) -> Picture:
    """A page on which nothing stands."""
    size = (round(210 / MM_PER_INCH * dpi), round(297 / MM_PER_INCH * dpi))
    return Image.new("RGB", size, (238, 228, 200) if yellowed else "white")


# ---- files


def jpeg(page: Picture, dpi: int = 200, quality: int = 80) -> bytes:
    """A JPEG file."""
    return _file(page.convert("L") if page.mode == "1" else page, "JPEG", dpi=(dpi, dpi), quality=quality)


def png(page: Picture, dpi: int = 200) -> bytes:
    """A PNG file."""
    return _file(page, "PNG", dpi=(dpi, dpi))


def tiff(
    pages: Sequence[Picture], dpi: int = 200, compression: str = "group4", *, white_is_zero: bool = False
) -> bytes:
    """A TIFF file of many pages, each in one strip as scanners write it."""
    out = io.BytesIO()
    # copies: what another format left on a picture confuses this one
    first, *rest = [page.copy() for page in pages]
    tags = {_ROWS_PER_STRIP: max(page.height for page in pages)}
    if first.mode == "1":
        tags[_PHOTOMETRIC] = 0 if white_is_zero else 1
    how = {"compression": compression, "dpi": (dpi, dpi), "tiffinfo": tags}
    first.save(out, "TIFF", save_all=True, append_images=rest, **how)
    return out.getvalue()


def pdf(pages: Sequence[Picture], dpi: int = 200) -> bytes:
    """A PDF as a scanner makes it: a picture a page."""
    out = io.BytesIO()
    first, *rest = [page.convert("RGB") if page.mode == "RGB" else page.convert("L") for page in pages]
    first.save(out, "PDF", save_all=True, append_images=rest, resolution=dpi)
    return out.getvalue()


def _file(page: Picture, form: str, **how: object) -> bytes:
    out = io.BytesIO()
    page.save(out, form, **how)
    return out.getvalue()


def _paper(page: Picture, shade: int) -> tuple[int, ...] | int:
    return (shade,) * 3 if page.mode == "RGB" else shade


def _mark_at(page: Picture, mark: int) -> tuple[int, int]:
    """The middle of a mark at the foot of a clean, upright page: the left one (0) or the right one (1)."""
    across, down = _MARKS[mark]
    return millimetres(page, across), page.height - millimetres(page, down)


def _corner(page: Picture, chance: random.Random) -> tuple[int, int]:
    """A place within a corner of a mark."""
    across, down = _mark_at(page, chance.randrange(2))
    away = millimetres(page, 5)
    return across + chance.choice((-away, away)), down + chance.choice((-away, away))


def _inked(page: Picture, ink: tuple[int, int, int], draw: Callable[[ImageDraw.ImageDraw], object]) -> Picture:
    """Ink lets what is printed under it show through: it darkens, as a filter does."""
    mask = Image.new("L", page.size, 0)
    draw(ImageDraw.Draw(mask))
    seen = page.convert("RGB")
    wet = ImageChops.multiply(seen, Image.new("RGB", page.size, ink))
    return Image.composite(wet, seen, mask.filter(ImageFilter.GaussianBlur(0.7)))
