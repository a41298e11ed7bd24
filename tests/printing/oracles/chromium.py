"""Lines as Chromium prints them, and how far the ink of two lines differs at 200 dpi."""

from __future__ import annotations

import html
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from PIL import Image, ImageChops

from tests.systems import leave_out_if_confined, skip_on_windows
from tests.validators.asked import need_program, run_validator

DPI: Final = 200
PAGE: Final = (1188.0, 144.0)
MARGIN: Final = 36.0
"""Points that are whole pixels of a screen, so that nobody rounds: room for any line of the corpus in one piece."""
SIZE: Final = 13.0


@dataclass(frozen=True, slots=True)
class Difference:
    """``ink``: different ink in parts of Chromium's own (0 is the same picture); ``width``: pixels more than there."""

    ink: float
    width: int
    whole: int
    """Width of Chromium's line in pixels."""


def installed() -> bool:
    """Whether the machine has it."""
    return shutil.which("chromium") is not None


def need() -> None:
    """Skip the test aloud where Chromium is missing, or may not have the sockets that it opens at its start."""
    leave_out_if_confined("Chromium asks for the network for itself")
    if not installed():
        skip_on_windows("its lines are held against those of Chromium of Debian")
        pytest.skip("NOT PROVED HERE: Chromium is missing; `python3 dev.py witnesses` gets it")


def printed(texts: Sequence[str], font: Path, folder: Path) -> bytes:
    """A PDF with each text on a page of its own, right to left, unjustified."""
    style = (
        f"@font-face{{font-family:Print;src:url('{font.as_uri()}')}}"
        f"@page{{size:{PAGE[0]}pt {PAGE[1]}pt;margin:{MARGIN}pt}}"
        f"body{{margin:0;font:{SIZE}pt/2 Print;white-space:pre}}p{{margin:0;break-after:page}}"
    )
    body = "".join(f"<p>{html.escape(text)}</p>" for text in texts)
    page = folder / "chromium.html"
    head = f'<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8"><style>{style}</style>'
    page.write_text(head + body, encoding="utf-8")
    out = folder / "chromium.pdf"
    # the tests' own choice of fonts leaves Chromium without a last resort, and then it prints nothing at all
    env = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    profile = f"--user-data-dir={folder / 'chromium'}"
    command = [need_program("chromium", "chromium"), *options, profile, f"--print-to-pdf={out}", page.as_uri()]
    subprocess.run(command, env=env, check=True, capture_output=True, timeout=120)
    return out.read_bytes()


def pictures(pdf: bytes, folder: Path, name: str) -> list[Image.Image]:
    """The ink of each page, without the paper round it: 0 is paper, 255 is black."""
    path = folder / f"{name}.pdf"
    path.write_bytes(pdf)
    run_validator("pdftoppm", "poppler-utils", "-gray", "-r", str(DPI), str(path), str(folder / name))
    return [_inked(file) for file in sorted(folder.glob(f"{name}-*.pgm"))]


def _inked(file: Path) -> Image.Image:
    with Image.open(file) as page:
        ink = ImageChops.invert(page.convert("L"))
    return ink.crop(ink.getbbox())


def difference(ours: Image.Image, theirs: Image.Image) -> Difference:
    """The least difference over whole pixels, with the right and upper ends of the ink laid on each other."""
    mine, other = ours.getbbox(), theirs.getbbox()
    if mine is None or other is None:
        raise ValueError("a line without ink")
    ink = _ink(theirs)
    # both with as much paper around them as a line is moved; the rest of the page is white on both
    size = max(mine[2] - mine[0], other[2] - other[0]) + 4, max(mine[3] - mine[1], other[3] - other[1]) + 4
    own, found = (_laid(picture.crop(box), size) for picture, box in ((ours, mine), (theirs, other)))
    least = min(
        _ink(ImageChops.difference(ImageChops.offset(own, aside, step), found))
        for step in (-1, 0, 1)
        for aside in (-1, 0, 1)
    )
    return Difference(least / ink, (mine[2] - mine[0]) - (other[2] - other[0]), other[2] - other[0])


def _laid(line: Image.Image, size: tuple[int, int]) -> Image.Image:
    """A line on white paper, two pixels from the upper right corner."""
    paper = Image.new("L", size, 0)
    paper.paste(line, (size[0] - 2 - line.width, 2))
    return paper


def _ink(picture: Image.Image) -> int:
    return sum(value * count for value, count in enumerate(picture.histogram()))
