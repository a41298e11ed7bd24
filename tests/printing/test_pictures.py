"""A logo from real files: what is taken, what it becomes, and what is refused before or while it is decoded."""

from __future__ import annotations

import hashlib
import io
import os
import struct
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.domain.errors import RuleBroken
from desktop_app.printing.pictures import LONGEST_SIDE, MOST_MEGABYTES, picture_from, read_picture
from tests.refusing import refused


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


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no FIFO in a folder")
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


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_pixel_is_taken(mode: str) -> None:
    kept = picture_from(_bytes(Image.new(mode, (120, 90))))
    assert _pixels(kept.content).mode in ("L", "RGB")
