"""A font that the operator chooses: whole, allowed in a document, able to write Persian; or refused by name."""

from __future__ import annotations

import hashlib
import io
import random
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTCollection, TTFont

from desktop_app.domain.errors import RuleBroken
from desktop_app.printing.engine.typesetting import font_file
from desktop_app.printing.engine.typesetting.fonts import FontFace
from desktop_app.system.paths import resource
from desktop_app.words.digits import left_to_right
from desktop_app.words.refusals import sentence
from tests.printing import made_papers
from tests.whole import deciding

BOLD = resource("fonts", "Vazirmatn-Bold.ttf")
CONTENT = made_papers.REGULAR.read_bytes()
SEEDS = {0, 1, 2, 3, 6, 8, 9, 10, 11, 13, 14, 16, 19, 23, 24, 25, 26, 31, 35, 37}
"""Each table of a font once where its damage is refused and once where it is not."""


def changed(change: Any, path: Path = made_papers.REGULAR) -> bytes:
    """A font file with something else in it."""
    font = TTFont(path)
    change(font)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


@cache
def with_permission(bits: int) -> bytes:
    """The bundled font under another licence bit."""
    return changed(lambda font: setattr(font["OS/2"], "fsType", bits))


@cache
def without(*codes: int) -> bytes:
    """The bundled font, blind to some characters."""

    def drop(font: Any) -> None:
        for table in font["cmap"].tables:
            for code in codes:
                table.cmap.pop(code, None)

    return changed(drop)


def refusal(content: bytes) -> RuleBroken:
    """What the file is refused with; its sentence can be said and names it."""
    with pytest.raises(RuleBroken) as caught:
        font_file.font_facts(content, "قلم.ttf")
    assert "قلم.ttf" in sentence(caught.value)
    return caught.value


def test_the_bundled_font_passes_with_its_names_and_its_hash() -> None:
    facts = font_file.font_facts(BOLD.read_bytes(), "Vazirmatn-Bold.ttf")
    assert (facts.family, facts.style, facts.weight, facts.italic) == ("Vazirmatn", "Bold", 700, False)
    assert facts.digest == hashlib.sha256(facts.content).hexdigest()
    assert facts.content == BOLD.read_bytes()


@pytest.mark.parametrize("wrong", [b"", b"not a font", CONTENT[:5000], CONTENT[: len(CONTENT) // 2], b"OTTO" * 40])
def test_a_damaged_file_is_refused(wrong: bytes) -> None:
    assert refusal(wrong).key == "font_damaged"


def web(kind: str = "woff", *, torn: bool = False) -> bytes:
    """The bundled font packed for pages of the web; ``torn`` has a bit turned over in the packing of a table."""
    if kind == "woff2":
        return b"wOF2" + CONTENT[4:]
    packed = bytearray(changed(lambda font: setattr(font, "flavor", kind)))
    if torn:
        packed[3000] ^= 0xFF
    return bytes(packed)


@pytest.mark.parametrize("content", [web(), web(torn=True), web("woff2")], ids=["WOFF", "damaged WOFF", "WOFF2"])
@pytest.mark.parametrize("read", [font_file.font_facts, font_file.facts_of_cuts])
def test_a_font_for_web_pages_is_refused_by_its_kind(content: bytes, read: Callable[[bytes, str], Any]) -> None:
    with pytest.raises(RuleBroken, match="font_for_the_web") as caught:
        read(content, "قلم.ttf")
    assert "قلم.ttf" in sentence(caught.value)


@pytest.mark.parametrize("seed", deciding(range(40), SEEDS))
def test_whatever_bytes_are_wrong_the_file_is_judged(seed: int) -> None:
    """Damage may be unseen or refused; nothing else comes out of the reader."""
    with suppress(RuleBroken):
        font_file.facts_of_cuts(harmed(seed), "قلم.ttf")


def harmed(seed: int) -> bytes:
    """A bundled cut with some wrong bytes in one of its tables."""
    dice, content = random.Random(seed), bytearray(CONTENT)
    with TTFont(io.BytesIO(CONTENT), lazy=True) as font:
        tables = font.reader.tables
        place = tables[dice.choice(sorted(tables))]
    for _ in range(dice.choice((1, 3, 10, 40))):
        reach = min(place.length, dice.choice((16, 64, 400, len(content))))
        content[place.offset + dice.randrange(reach)] = dice.choice((0, 0xFF, dice.randrange(256)))
    return bytes(content)


def test_damage_inside_an_outline_is_seen() -> None:
    font = TTFont(io.BytesIO(CONTENT))
    start = font.reader.tables["glyf"].offset
    torn = CONTENT[: start + 2000] + b"\xff" * 4000 + CONTENT[start + 6000 :]
    assert refusal(torn).key == "font_damaged"


@pytest.mark.parametrize(("bits", "key"), [(2, "font_forbids_embedding"), (0x200, "font_bitmaps_only")])
def test_a_licence_that_forbids_embedding_is_respected(bits: int, key: str) -> None:
    assert refusal(with_permission(bits)).key == key


@pytest.mark.parametrize(("bits", "whole"), [(0, False), (4, False), (8, False), (0x100, True), (0x108, True)])
def test_a_licence_that_allows_embedding_is_respected(bits: int, whole: bool) -> None:
    """Also one that lets a document carry all of the font or nothing."""
    facts = font_file.font_facts(with_permission(bits), "x")
    assert FontFace.of(facts.content, facts.name).whole is whole


def test_the_characters_that_are_missing_are_named() -> None:
    refused = refusal(without(ord("ژ"), ord("۷"), ord("»")))
    assert refused.key == "font_lacks_characters"
    assert refused.facts["characters"] == "ژ۷»"


@pytest.mark.parametrize(
    ("code", "named"),
    [(0x2013, "«–»"), (0x698, "«ژ»"), (0x64B, "«ـً»"), (0x21, "«!»")],
    ids=["dash", "zheh", "mark", "sign"],
)
def test_a_missing_character_is_told_with_its_number_and_what_to_do(code: int, named: str) -> None:
    """A dash looks like another one; and a font that has every letter needs no advice about letters."""
    said = sentence(refusal(without(code)))
    assert f"{named} ({left_to_right(f'U+{code:04X}')})" in said
    assert said.endswith("نسخهٔ کامل‌تری از همین قلم یا قلم دیگری برگزینید که آن‌ها را داشته باشد.")


def test_a_missing_space_is_told_as_well() -> None:
    assert f"« » ({left_to_right('U+0020')})" in sentence(refusal(without(0x20)))


def test_a_font_needs_one_way_to_write_heh_with_hamza() -> None:
    assert font_file.font_facts(without(0x654), "x").family == "Vazirmatn"
    assert refusal(without(0x654, 0x6C0)).facts["characters"] == "ۀ"


def test_a_latin_font_is_refused_in_a_sentence_of_bearable_length() -> None:
    refused = refusal(without(*range(0x600, 0x700)))
    assert len(sentence(refused)) < 220


def test_a_collection_gives_its_cuts_as_files() -> None:
    both = TTCollection()
    both.fonts = [TTFont(made_papers.REGULAR), TTFont(BOLD)]
    out = io.BytesIO()
    both.save(out)
    assert refusal(out.getvalue()).key == "font_collection"
    cuts = font_file.facts_of_cuts(out.getvalue(), "both.ttc")
    assert [cut.weight for cut in cuts] == [400, 700]
    assert [font_file.font_facts(cut.content, "x").digest for cut in cuts] == [cut.digest for cut in cuts]
    assert [cut.digest for cut in font_file.facts_of_cuts(out.getvalue(), "both.ttc")] == [cut.digest for cut in cuts]


def test_a_collection_of_no_fonts_is_refused() -> None:
    empty = b"ttcf" + (1).to_bytes(2, "big") + bytes(6)
    with pytest.raises(RuleBroken, match="font_damaged"):
        font_file.facts_of_cuts(empty, "none.ttc")


def test_a_variable_font_gives_its_cuts_as_files() -> None:
    assert refusal(variable()).key == "font_collection"
    cuts = cuts_of_variable()
    assert [cut.weight for cut in cuts] == [400, 500, 600, 700]
    assert len({cut.digest for cut in cuts}) == 4
    assert all("fvar" not in TTFont(io.BytesIO(cut.content)) for cut in cuts)


@cache
def variable(least: int = 100, most: int = 900) -> bytes:
    """The bundled font with an axis of weight on which its full stop grows."""
    from fontTools.ttLib.tables.TupleVariation import TupleVariation

    font = TTFont(made_papers.REGULAR)
    build = FontBuilder(font=font)
    build.setupFvar([("wght", least, max(least, 400), most, "Weight")], [])
    points = len(font["glyf"]["period"].coordinates) + 4
    grown = TupleVariation({"wght": (0.0, 1.0, 1.0)}, [(at, at) for at in range(points)])
    build.setupGvar({name: [grown] if name == "period" else [] for name in font.getGlyphOrder()})
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


@cache
def cuts_of_variable() -> tuple[font_file.FontFacts, ...]:
    """What becomes of that font; it takes longer than all else that is done with a font."""
    return font_file.facts_of_cuts(variable(), "v.ttf")


def test_an_enormous_file_is_not_even_opened() -> None:
    assert refusal(b"\0" * (font_file.MOST_MEGABYTES * 1_000_000 + 1)).key == "font_too_large"


def test_everything_that_is_asked_for_is_in_the_bundled_font() -> None:
    needed = font_file.needed_characters()
    assert len(needed) > 150
    assert set("آپچژگکی۰۹«»؟٪ّ") <= set(needed)
