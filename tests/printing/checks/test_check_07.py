"""Check 7: phone, dashed code, IBAN, address and percent stand alike inside a sentence and alone in a cell."""

from __future__ import annotations

import pytest

from tests.printing import made_papers
from tests.printing.oracles import fribidi, pieces, stream

PIECES = (
    "۰۱۱-۳۳۳۶۴۴۴۴",
    "011-33364444",
    "+98 912 345 6789",
    "۰۹۱۲ ۳۴۵ ۶۷۸۹",
    "۱۴۰۳-۰۷-۲۵",
    "۳-۲",
    "۱۲-۷-۱",
    "QWMZ-7K4T-۱۲۳۴",
    "IR06 0960 0000 0001 0324 2000 01",
    "IR۰۶۰۹۶۰۰۰۰۰۰۰۰۱۰۳۲۴۲۰۰۰۰۱",
    "۶۰۳۷-۹۹۷۱-۱۲۳۴-۵۶۷۸",
    "https://dabirkhaneh.example.ir/meeting?id=3&rev=2.1",
    "https://example.ir/a_(b)/c-d/",
    "www.example.ir/۱۴۰۱",
    "dabir@example.ir",
    "۴۵٪",
    "۱۲٫۵٪",
    "50%",
    "PDF/A-2b",
    "Wi-Fi (802.11ax)",
    "2345ABCDEFGHIJ67",
    "7-zip",
    "802.11ax-2",
)
INLINE = ("شماره {} ثبت شد", "خانهٔ «{}» است", "برای نمونه {}، پایان", "{} در آغاز", "در پایان {}", "(نشانی: {})")


def signs_in_order(text: str, wanted: str) -> str:
    """From left to right on paper, the stretch of the line that shows ``wanted``: as many glyphs as it has signs.

    The stretch is found by its ends: the glyphs between the leftmost and the rightmost of its own.
    """
    (line,) = pieces.everything(stream.read(made_papers.paragraphs([text], made_papers.ONE_LINE)))
    drawn = "".join(glyph.text for glyph in sorted(line, key=lambda glyph: glyph.x))
    return wanted if wanted in drawn else drawn


@pytest.mark.parametrize("piece", PIECES)
def test_inline_is_as_in_a_cell(piece: str) -> None:
    cells = made_papers.table([["شرح"], [piece]], [None], made_papers.ONE_LINE)
    alone = "".join(glyph.text for glyph in sorted(pieces.everything(stream.read(cells))[1], key=lambda glyph: glyph.x))
    assert sorted(alone) == sorted(piece)
    for context in INLINE:
        assert signs_in_order(context.format(piece), alone) == alone, context


@pytest.mark.parametrize("piece", [piece for piece in PIECES if piece[-1] not in "٪%"])
def test_codes_and_addresses_read_from_left_to_right(piece: str) -> None:
    assert signs_in_order(piece, piece) == piece


@pytest.mark.parametrize("percent", ["۴۵٪", "۱۲٫۵٪", "50%"])
def test_the_percent_sign_stands_left_of_its_number(percent: str) -> None:
    """One policy everywhere: read from right to left, first the number, then the sign."""
    number, sign = percent[:-1], percent[-1]
    for context in ("{}", *INLINE):
        assert signs_in_order(context.format(percent), sign + number) == sign + number, context


def test_without_isolates_the_parts_would_change_places() -> None:
    """The trap is real: the plain algorithm turns these round after a letter."""
    for piece in ("۰۱۱-۳۳۳۶۴۴۴۴", "۱۴۰۳-۰۷-۲۵", "۳-۲"):
        assert piece not in fribidi.visual_text(f"شماره {piece} ثبت شد")
        assert piece in fribidi.visual_text(f"شماره \u2066{piece}\u2069 ثبت شد")
