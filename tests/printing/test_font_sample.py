"""A font is taken when papers can be made with it: a sample in it passes through the file and the proof of archives."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from desktop_app.domain.documents.appearance import Typography
from desktop_app.domain.documents.documents import Imprint, Paper
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.print_setup import PrintFont, PrintSetup
from desktop_app.domain.errors import RuleBroken
from desktop_app.printing.paper_renderer import PaperRenderer
from desktop_app.printing.print_fonts import KeptFonts
from desktop_app.system.paths import resource
from desktop_app.words.refusals import sentence
from tests.printing import sample_documents as samples
from tests.printing.typesetting.test_blank_glyphs import JOINERS, SPACES, THIN_SPACES, barred
from tests.printing.typesetting.test_chosen_fonts import postscript
from tests.printing.typesetting.test_font_file import BOLD, CONTENT, changed, variable, with_permission, without
from tests.printing.typesetting.test_many_units import font_of
from tests.whole import deciding

pytestmark = pytest.mark.usefixtures("proved")

WHOLE_ONLY = 0x100
SPOILT = ("OS/2", "head", "hhea", "maxp")
REFUSED = {("OS/2", 0xFF, 0), ("maxp", 0, 0), ("maxp", 0xFF, 0), ("maxp", 0xFF, 30)} | {
    ("head", value, at) for value in (0, 0xFF) for at in (0, 12, 18)
}
TAKEN = {("OS/2", 0xFF, 6), ("head", 0, 6), ("hhea", 0xFF, 30), ("maxp", 0, 6)}
"""Of ``hhea`` the widths: more of them are told than there are glyphs."""


def _head(**wrong: int) -> Callable[[], bytes]:
    def spoil(font: Any) -> None:
        for name, value in wrong.items():
            setattr(font["head"], name, value)

    return lambda: changed(spoil)


def _lines(up: int, down: int) -> Callable[[], bytes]:
    """Another height of lines in both tables that tell it."""

    def spoil(font: Any) -> None:
        across, system = font["hhea"], font["OS/2"]
        across.ascent = system.sTypoAscender = up
        across.descent = system.sTypoDescender = down

    return lambda: changed(spoil)


@pytest.fixture
def kept_fonts(tmp_path: Path) -> KeptFonts:
    """No font is kept yet."""
    return KeptFonts(tmp_path / "kept")


@pytest.mark.parametrize(
    "content",
    [
        _head(unitsPerEm=0),
        _head(unitsPerEm=1),
        _head(unitsPerEm=65_535),
        _lines(32_767, -500),
        _lines(2_000, -32_768),
    ],
    ids=["no units", "one unit", "too many units", "sky-high", "bottomless"],
)
def test_a_font_that_no_paper_can_be_made_with_is_refused_by_name_when_it_is_chosen(
    kept_fonts: KeptFonts, tmp_path: Path, content: Callable[[], bytes]
) -> None:
    good, bad = tmp_path / "سالم.ttf", tmp_path / "قلم.ttf"
    good.write_bytes(BOLD.read_bytes())
    bad.write_bytes(content())
    with pytest.raises(RuleBroken, match="font_damaged") as caught:
        kept_fonts.take([good, bad])
    assert "قلم.ttf" in sentence(caught.value)
    assert not (tmp_path / "kept").exists()


@pytest.mark.parametrize(
    "content",
    [
        lambda: CONTENT, postscript, lambda: variable(600, 650), lambda: with_permission(WHOLE_ONLY),
        lambda: font_of(16_384), lambda: without(0x200C, 0x640), lambda: without(0x654), lambda: without(0x6C0),
        lambda: barred(*JOINERS, *THIN_SPACES, *SPACES), lambda: barred(*JOINERS, permission=WHOLE_ONLY),
    ],
    ids=[
        "usual", "PostScript", "variable", "whole", "many units", "no joiner, no tatweel", "no hamza above",
        "no heh with hamza", "bars", "whole with bars",
    ],
)  # fmt: skip
def test_a_sound_font_of_any_kind_is_taken(kept_fonts: KeptFonts, tmp_path: Path, content: Callable[[], bytes]) -> None:
    """The variable one has room for one weight of print on its axis; several are made from it elsewhere."""
    file = tmp_path / "قلم.ttf"
    file.write_bytes(content())
    assert kept_fonts.take([file])


@cache
def _places() -> dict[str, tuple[int, int]]:
    with TTFont(resource("fonts", "Vazirmatn-Regular.ttf"), lazy=True) as font:
        return {tag: (font.reader.tables[tag].offset, font.reader.tables[tag].length) for tag in SPOILT}


@pytest.mark.parametrize(
    ("tag", "value", "at"), deciding(product(SPOILT, [0, 0xFF], range(0, 54, 6)), REFUSED | TAKEN, several=True)
)
def test_what_is_taken_prints(tmp_path: Path, tag: str, value: int, at: int) -> None:
    """Wrong bytes in the tables of numbers: refused when the font is chosen, or papers are made with it.

    All that are refused decide, and of each table one that is taken.
    """
    start, length = _places()[tag]
    content = bytearray(CONTENT)
    for place in (at, at + 1, at + 4):
        content[start + min(place, length - 1)] = value
    file = tmp_path / "قلم.ttf"
    file.write_bytes(content)
    room = PaperRenderer(resource("fonts", "Vazirmatn-Bold.ttf").parent, tmp_path / "kept")
    taken = _taken(room, file)
    assert not taken or _letter(room, taken).startswith(b"%PDF")


def _taken(room: PaperRenderer, file: Path) -> tuple[PrintFont, ...]:
    """Nothing for a font that is refused by name."""
    try:
        return room.take_font([file])
    except RuleBroken as refused:
        return () if file.name in sentence(refused) else pytest.fail(sentence(refused))


def _letter(room: PaperRenderer, fonts: tuple[PrintFont, ...]) -> bytes:
    room.choose(PrintSetup(fonts=fonts, typography=Typography(font=fonts[0].family, kashida=True)))
    return room.make(PaperKind.LETTER, Paper(samples.letter("کارگروهِ سوم (۲) و GSB"), Imprint()))
