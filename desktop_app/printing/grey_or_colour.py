"""Conversion of any picture to eight-bit grey or colour on white, for display and paper.

Of grey with more bits the highest eight are taken; the toolkit would make white of all that is not nearly black.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Final, cast

from PIL import ExifTags, Image, ImageOps

AT_ONCE: Final = 4_000_000
"""Pixels of deep grey that are copied at once: a picture of it takes four times its size already."""
_PHOTOMETRIC, _ZERO_IS_WHITE = 262, 0
_TURNED_ROUND: Final = bytes(range(255, -1, -1))


def grey_or_colour(picture: Image.Image) -> Image.Image:
    """Return the picture with eight bits for each shade, opaque on white; unchanged if it is so already."""
    if is_deep(picture):
        return _eight_bits(picture)
    if picture.has_transparency_data:
        seen = picture.convert("RGBA")
        white = Image.new("RGBA", seen.size, "white")
        white.alpha_composite(seen)
        return white.convert("RGB")
    mode = "L" if picture.mode in ("1", "L") else "RGB"
    return picture if picture.mode == mode else picture.convert(mode)


def is_deep(picture: Image.Image) -> bool:
    """Whether the picture is grey with more than eight bits."""
    return picture.mode in ("I", "F") or picture.mode.startswith("I;16")


def sixteen_bits(picture: Image.Image) -> bytes | None:
    """Return deep grey in sixteen bits, high byte first; of 32 bits the highest used ones.

    ``None`` where it has no more than eight, no whole numbers, or a shade that is seen through.
    """
    if picture.mode == "F" or picture.has_transparency_data:
        return None
    size, high, low = _bytes_of(picture)
    if low is None:
        return None
    pixels = picture.tobytes()
    shades = bytearray(2 * picture.width * picture.height)
    shades[0::2], shades[1::2] = pixels[high::size], pixels[low::size]
    return bytes(shades.translate(_TURNED_ROUND) if _is_negative(picture) else shades)


def upright(picture: Image.Image) -> Image.Image:
    """Return the picture turned as its EXIF orientation says; without a copy if it needs no turn."""
    try:
        lies = picture.getexif().get(ExifTags.Base.Orientation, 1) == 1
        return picture if lies else ImageOps.exif_transpose(picture)
    except (OSError, ValueError, SyntaxError, LookupError, TypeError, struct.error):
        return picture


# ---- inside


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Return deep grey reduced to eight bits."""
    of_band = _of_fractions(picture) if picture.mode == "F" else _of_numbers(picture)
    shades = Image.new("L", picture.size)
    width, height = picture.size
    rows = max(1, AT_ONCE // max(1, width))
    for top in range(0, height, rows):
        shades.paste(of_band(picture.crop((0, top, width, min(height, top + rows)))), (0, top))
    return shades.point(_TURNED_ROUND) if _is_negative(picture) else shades


def _of_numbers(picture: Image.Image) -> Callable[[Image.Image], Image.Image]:
    size, high, low = _bytes_of(picture)
    clear = picture.info.get("transparency")

    def of_band(band: Image.Image) -> Image.Image:
        pixels = band.tobytes()
        shades = Image.frombytes("L", band.size, pixels[high::size])
        if clear is not None and low is not None:
            # one of 65536 shades is seen through: both its halves have to be met
            rest = Image.frombytes("L", band.size, pixels[low::size])
            met = Image.new("L", band.size)
            met.paste(_mask_of_shade(rest, clear % 256), mask=_mask_of_shade(shades, clear // 256))
            shades.paste(255, mask=met)
        return shades

    return of_band


def _bytes_of(picture: Image.Image) -> tuple[int, int, int | None]:
    """Return the bytes of each shade, the highest used one, and the one below it."""
    if picture.mode == "I;16B":
        return 2, 0, 1
    if picture.mode != "I":
        return 2, 1, 0
    least, greatest = _shade_range(picture)
    # a number beyond what the toolkit counts to has come round to a negative one
    high = 3 if least < 0 else max(0, int(greatest).bit_length() - 1) // 8
    return 4, high, high - 1 if high else None


def _of_fractions(picture: Image.Image) -> Callable[[Image.Image], Image.Image]:
    """Return a function that scales fractional shades from their range to eight bits."""
    _least, greatest = _shade_range(picture)
    share = 255 / next((end for end in (1.0, 255.0, 65_535.0) if not greatest > end), greatest)
    return lambda band: band.point(lambda shade: shade * share).convert("L")


def _shade_range(picture: Image.Image) -> tuple[float, float]:
    """Return the darkest and the lightest shade of the only channel."""
    least, greatest = picture.getextrema()
    return cast(float, least), cast(float, greatest)


def _is_negative(picture: Image.Image) -> bool:
    """Whether zero is white, which the library corrects only for eight bits."""
    tags: dict[int, object] = getattr(picture, "tag_v2", {})
    return tags.get(_PHOTOMETRIC) == _ZERO_IS_WHITE


def _mask_of_shade(grey: Image.Image, wanted: int) -> Image.Image:
    """Return a mask of the pixels with one shade."""
    return grey.point([255 * (shade == wanted) for shade in range(256)])
