"""Every kind of paper looks as it was approved: its first and its last page beside the pictures in the tree."""

from __future__ import annotations

import pytest
from PIL import Image

from tests.likeness import changed_blocks
from tests.printing.every_paper import SAMPLES
from tests.printing.paper_gallery import PICTURES, shots

MOST_BYTES = 5_000_000


@pytest.mark.parametrize("name", SAMPLES)
def test_a_paper_looks_as_approved(name: str) -> None:
    """The pages are drawn by one pdfium on every machine, so no place may differ."""
    for file, now in shots(name).items():
        assert (PICTURES / file).is_file(), "no picture: run `dev.py gallery on-paper` and look at it"
        approved = Image.open(PICTURES / file)
        assert now.size == approved.size
        changed = changed_blocks(now, approved)
        assert changed == 0, f"{changed} places of {file} look different: take it again and look at it"


def test_every_picture_is_of_a_paper_and_all_are_small() -> None:
    files = {file.name: file.stat().st_size for file in PICTURES.glob("*.png")}
    assert files.keys() == {file for name in SAMPLES for file in shots(name)}
    assert sum(files.values()) <= MOST_BYTES


def test_a_word_that_is_gone_is_seen() -> None:
    file, now = next(iter(shots("letter").items()))
    approved = Image.open(PICTURES / file).convert("RGB")
    assert changed_blocks(now, approved) == 0
    rows = approved.convert("L").point(lambda level: 255 * (level < 128)).getbbox()
    assert rows is not None
    line = approved.crop((rows[0], 200, rows[2], 300)).convert("L").point(lambda level: 255 * (level < 128)).getbbox()
    assert line is not None
    now.paste("white", (rows[0] + line[2] - 60, 200 + line[1], rows[0] + line[2], 200 + line[1] + 16))
    assert changed_blocks(now, approved) > 0
