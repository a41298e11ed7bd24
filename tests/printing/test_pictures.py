"""A logo from real files: what is taken, what it becomes, and what is refused before or while it is decoded."""

from __future__ import annotations

import hashlib
import io
import os
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.domain.errors import RuleBroken
from desktop_app.printing.pictures import LONGEST_SIDE, MOST_MEGABYTES, picture_from, read_picture
from tests.refusing import refused
from tests.systems import not_on_windows


def _bytes(picture: Image.Image, kind: str = "PNG", **how: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


def _pixels(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def _claims(width: int, height: int) -> bytes:
    """A PNG whose header claims a size and whose pixels are missing."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    begun = struct.pack(">I", 1000) + b"IDAT" + b"torn"
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk)) + begun


@pytest.fixture(autouse=True)
def as_in_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sizes of pictures are judged by the program alone."""
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", None)


def test_a_large_picture_becomes_a_small_png_known_by_its_hash(tmp_path: Path) -> None:
    file = tmp_path / "نشان.jpg"
    file.write_bytes(_bytes(Image.new("RGB", (4000, 2000), "#0B5F6B"), "JPEG"))
    kept = read_picture(file)
    assert (kept.width, kept.height) == (LONGEST_SIDE, LONGEST_SIDE // 2)
    assert kept.sha256 == hashlib.sha256(kept.content).hexdigest()
    assert _pixels(kept.content).size == (kept.width, kept.height)
    assert read_picture(file) == kept


def test_a_picture_of_80_megapixels_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "large.png"
    file.write_bytes(_bytes(Image.new("1", (10_000, 8_000))))
    with refused("picture_too_many_pixels", "logo", most=50):
        read_picture(file)


@pytest.mark.parametrize("size", [(10_000, 8_000), (10_000, 10_000), (60_000, 60_000)])
def test_the_size_is_judged_by_the_header_alone(size: tuple[int, int]) -> None:
    # were a pixel asked for, this file would be called damaged
    with refused("picture_too_many_pixels", "logo"):
        picture_from(_claims(*size))


@pytest.mark.parametrize(
    "content", [b"", b"no picture\n" * 400, b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7\n"]
)
def test_what_is_no_picture_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(content)
    with refused("picture_not_image", "logo"):
        read_picture(file)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP", "WEBP"])
def test_a_truncated_picture_is_refused(kind: str) -> None:
    whole = _bytes(Image.effect_noise((400, 400), 80).convert("RGB"), kind)
    with pytest.raises(RuleBroken) as caught:
        picture_from(whole[: len(whole) // 2])
    # a format that is read in one go cannot tell a torn file from none
    assert caught.value.key in ("picture_damaged", "picture_not_image")


def test_a_file_that_is_too_large_is_not_even_read(tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    with file.open("wb") as out:
        out.truncate(MOST_MEGABYTES * 1_000_000 + 1)
    with refused("picture_too_large", "logo", most=MOST_MEGABYTES):
        read_picture(file)


def test_a_file_that_is_gone_and_a_speck_are_refused(tmp_path: Path) -> None:
    with refused("picture_unreadable", "logo"):
        read_picture(tmp_path / "gone.png")
    with refused("picture_too_small", "logo", least=48):
        picture_from(_bytes(Image.new("L", (300, 20))))


@not_on_windows("no folder holds a FIFO")
def test_a_pipe_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "logo.png")
    monkeypatch.setattr(Path, "read_bytes", lambda _file: pytest.fail("nobody writes into it"))
    with refused("picture_unreadable", "logo"):
        read_picture(tmp_path / "logo.png")


def test_what_is_seen_through_becomes_white_paper() -> None:
    clear = Image.new("RGBA", (100, 100), (255, 0, 0, 0))
    clear.paste((0, 0, 255, 255), (50, 0, 100, 100))
    kept = _pixels(picture_from(_bytes(clear)).content)
    assert kept.mode == "RGB"
    assert (kept.getpixel((10, 50)), kept.getpixel((90, 50))) == ((255, 255, 255), (0, 0, 255))


def test_a_photograph_is_turned_upright_and_loses_what_it_tells_of_its_camera() -> None:
    photograph = Image.new("RGB", (200, 100), "white")
    photograph.paste("black", (0, 0, 100, 100))
    told = Image.Exif()
    told[0x0112] = 6
    told[0x010F] = "camera"
    kept = picture_from(_bytes(photograph, "JPEG", exif=told))
    assert (kept.width, kept.height) == (100, 200)
    assert not _pixels(kept.content).getexif()
    assert b"camera" not in kept.content


def test_a_picture_whose_notes_are_torn_is_taken_as_it_lies() -> None:
    whole = _bytes(Image.new("RGB", (120, 60), "#0B5F6B"))
    notes = b"eXIf" + b"not a TIFF file"
    torn = struct.pack(">I", len(notes) - 4) + notes + struct.pack(">I", zlib.crc32(notes))
    kept = picture_from(whole[:33] + torn + whole[33:])
    assert (kept.width, kept.height) == (120, 60)


def _ramp() -> Image.Image:
    """Grey from black on the left to white on the right."""
    return Image.linear_gradient("L").rotate(90)


def _sixteen_bits(mode: str = "I;16") -> Image.Image:
    """The same in 65536 steps."""
    row = b"".join(struct.pack("<H" if mode == "I;16" else ">H", column * 257) for column in range(256))
    return Image.frombytes(mode, (256, 256), row * 256)


def _see_through() -> Image.Image:
    """The ramp as a palette whose black is not there."""
    picture = _ramp().convert("P")
    picture.info["transparency"] = 0
    return picture


@pytest.mark.parametrize(
    "picture",
    [
        _ramp(), _ramp().convert("RGB"), _ramp().convert("LA"), _ramp().convert("P"), _ramp().convert("RGBA"),
        _sixteen_bits(), _sixteen_bits("I;16B"),
    ],
    ids=["L", "RGB", "LA", "P", "RGBA", "I;16", "I;16B"],
)  # fmt: skip
def test_every_shade_of_a_picture_is_kept(picture: Image.Image) -> None:
    kept = _pixels(picture_from(_bytes(picture)).content).convert("L")
    assert [kept.getpixel((column, 9)) for column in range(256)] == list(range(256))


def test_black_and_white_stay_apart() -> None:
    kept = _pixels(picture_from(_bytes(_ramp().point(lambda shade: 255 * (shade > 99), "1"))).content)
    assert [kept.getpixel((column, 9)) for column in (0, 99, 100, 255)] == [0, 0, 255, 255]


@pytest.mark.parametrize("picture", [_sixteen_bits(), _ramp(), _see_through()], ids=["I;16", "L", "P"])
def test_one_shade_that_is_seen_through_becomes_white_paper(picture: Image.Image) -> None:
    shade = {"I;16": 100 * 257, "L": 100, "P": 0}[picture.mode]
    kept = _pixels(picture_from(_bytes(picture, transparency=shade)).content).convert("L")
    column = 0 if picture.mode == "P" else 100
    assert [kept.getpixel((at, 9)) for at in (column, 99, 101, 255)] == [255, 99, 101, 255]


@pytest.mark.parametrize("mode", ["I;16", "I;16B", "I", "F", "LAB"])
def test_measurements_of_other_formats_are_no_logo(mode: str) -> None:
    with refused("picture_not_image", "logo"):
        picture_from(_bytes(Image.new(mode, (100, 100)), "TIFF"))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_pixel_is_taken(mode: str) -> None:
    kept = picture_from(_bytes(Image.new(mode, (120, 90))))
    assert _pixels(kept.content).mode in ("L", "RGB")
