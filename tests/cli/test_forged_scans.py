"""Scans with ink that was added: the marks are genuine, and no answer vouches for the words."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.caller import Caller
from tests.made_scans import drawn
from tests.services.office_steps import Office
from tests.services.records import Records
from tests.services.verifying.papers import pdf_of, pdf_of_pictures, printing_office, signed

DPI = 150
DARK = 128


def with_added_row(page: Image.Image) -> Image.Image | None:
    """A strip of printed lines, copied into the largest blank band of the page; None where there is no room."""
    top, bottom = max(_runs(_rows(page), ink=False)[1:], key=lambda band: band[1] - band[0])
    height = (bottom - top) // 2
    if height < DPI // 4:
        return None
    source = page.crop((0, page.height // 5, page.width, page.height // 5 + height))
    return _pasted(page, source, (0, top + height // 2))


def with_words_in_a_blank_rest(page: Image.Image) -> Image.Image | None:
    """The words at the right of a line, copied into its blank rest; None where no line has one."""
    for top, bottom in _runs(_rows(page), ink=True):
        if not DPI // 15 <= bottom - top <= DPI // 3:
            continue
        line = page.crop((0, top, page.width, bottom))
        right = page.width - _margin(line)
        width = page.width // 5
        words, rest = line.crop((right - width, 0, right, line.height)), (right - 3 * width, 0, right - 2 * width, 1)
        if _dark(words) and not _dark(line.crop((rest[0], 0, rest[2], line.height))):
            return _pasted(page, words, (rest[0], top))
    return None


def _pasted(page: Image.Image, part: Image.Image, at: tuple[int, int]) -> Image.Image:
    forged = page.copy()
    forged.paste(part, at)
    return forged


def _dark(part: Image.Image) -> bool:
    return part.getextrema()[0] < DARK  # type: ignore[operator]


def _margin(line: Image.Image) -> int:
    """Blank pixels at the right of a line."""
    box = line.point([255 * (shade < DARK) for shade in range(256)]).getbbox()
    return line.width - box[2] if box is not None else line.width


def _rows(page: Image.Image) -> list[bool]:
    """Of each row of pixels within the margins, whether it has ink."""
    inner = page.crop((page.width // 20, 0, page.width - page.width // 20, page.height * 9 // 10))
    return [_dark(inner.crop((0, row, inner.width, row + 1))) for row in range(inner.height)]


def _runs(rows: list[bool], *, ink: bool) -> list[tuple[int, int]]:
    """Ranges of rows that have ink, or have none."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for at, dark in enumerate([*rows, not ink]):
        if dark == ink and start is None:
            start = at
        elif dark != ink and start is not None:
            found.append((start, at))
            start = None
    return found


@pytest.mark.parametrize("forge", [with_added_row, with_words_in_a_blank_rest])
def test_a_forged_scan_is_never_vouched_for(
    call: Caller, office: Office, records: Records, tmp_path: Path, forge: Callable[[Image.Image], Image.Image | None]
) -> None:
    press = printing_office(office)
    pages = [page.convert("L") for page in drawn(pdf_of(press, signed(press)), DPI)]
    records.close()
    found = [(at, forged) for at, page in enumerate(pages) if (forged := forge(page)) is not None]
    assert found, "at least one page has room"
    for number, forged in found:
        scan = tmp_path / f"{number}.pdf"
        scan.write_bytes(pdf_of_pictures([_png(one) for one in (*pages[:number], forged, *pages[number + 1 :])]))
        told = call("verify-paper", scan, "--data", records.place)
        assert told.code == 1
        assert [word for word in ("معتبر", "استناد") if word in told.out + told.err] == []
        assert told.out.startswith("کد صورت‌جلسهٔ ۱، نسخهٔ ۱، برقرار؛ متن را با برگه بسنجید.\n")


def _png(page: Image.Image) -> bytes:
    out = BytesIO()
    page.save(out, "PNG", dpi=(DPI, DPI))
    return out.getvalue()
