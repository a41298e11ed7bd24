"""Check 8: in right-to-left text an opening bracket has its opening shape at the right of what it encloses."""

from __future__ import annotations

import pytest

from desktop_app.printing.engine.typesetting.words import canonical_text
from tests.printing import made_papers
from tests.printing.oracles import corpus, fribidi, harfbuzz, pieces, proof, stream
from tests.printing.oracles.content import Drawn

FACE = harfbuzz.face(made_papers.REGULAR)
OPENING = {"(": ")", "[": "]", "{": "}", "«": "»"}
PERSIAN = (
    "ماده (بند) پایان",
    "متن «نقل» پایان",
    "فهرست [الف] پایان",
    "پیوست {یک} پایان",
    "متن «نقل (درونی [ژرف]) دیگر» پایان",
    "(آغاز) و (پایان)",
    "سال (۱۴۰۱) و بند «۳»",
    "«(الف)»",
    "واژهٔ (IT) در متن",
    "عبارت «Wi-Fi» و (LTE) و [5G]",
    "«آغاز Wi-Fi پایان»",
    "(فاز ۲ از Core-Net تا ۳)",
)


def bracket_faults(line: list[Drawn]) -> list[str]:
    """Every bracket of right-to-left text: the shape opens to the left, and it stands right of its content."""
    faults, open_at = [], []
    from_right = sorted(line, key=lambda glyph: -glyph.x)
    for glyph in from_right:
        if glyph.text in OPENING:
            open_at.append(glyph)
            partner = OPENING[glyph.text]
        elif glyph.text in OPENING.values():
            partner = next(left for left, right in OPENING.items() if right == glyph.text)
            if not open_at or OPENING[open_at.pop().text] != glyph.text:
                faults.append(f"{glyph.text} closes nothing when read from the right")
        else:
            continue
        if glyph.glyph != FACE.nominal(partner):
            faults.append(f"{glyph.text} has not the shape of {partner}")
    return faults + [f"{glyph.text} is never closed" for glyph in open_at]


@pytest.mark.parametrize("text", PERSIAN)
def test_brackets_of_persian_text(text: str) -> None:
    (line,) = pieces.everything(stream.read(made_papers.paragraphs([text], made_papers.ONE_LINE)))
    assert sum(glyph.text in "()[]{}«»" for glyph in line) == sum(sign in "()[]{}«»" for sign in text)
    assert bracket_faults(line) == []


def test_brackets_of_a_latin_stretch_keep_their_shape() -> None:
    text = "رابط Wi-Fi (802.11ax) و نشانی https://a.ir/b_(c)?d=[e] است"
    (line,) = pieces.everything(stream.read(made_papers.paragraphs([text], made_papers.ONE_LINE)))
    for latin in ("(802.11ax)", "_(c)?d=[e]"):
        found = pieces.find(line, latin)
        assert pieces.ascending(found)
        assert [glyph.glyph for glyph in found] == [FACE.nominal(sign) for sign in latin]


def test_every_bracket_of_the_corpus_has_the_side_that_its_level_asks() -> None:
    seen = 0
    for text in corpus.lines():
        (line,) = pieces.everything(stream.read(made_papers.paragraphs([text], made_papers.ONE_LINE)))
        (matched,) = proof.match(canonical_text(text), [line])
        order, levels = fribidi.visual_order(matched.resolved)
        shown = [index for index in order if matched.resolved.text[index] not in fribidi.HIDDEN]
        assert len(shown) == len(line)
        for index, glyph in zip(shown, line, strict=True):
            sign = matched.resolved.text[index]
            if fribidi.is_mirrored(sign):
                seen += 1
                wanted = fribidi.mirrored(sign) if levels[index] & 1 else sign
                assert glyph.glyph == FACE.nominal(wanted), f"{sign} in {text}"
    assert seen > 60


def test_unmirrored_or_exchanged_brackets_would_be_seen() -> None:
    (line,) = pieces.everything(stream.read(made_papers.paragraphs([PERSIAN[4]], made_papers.ONE_LINE)))
    assert bracket_faults(line) == []
    own = {sign: FACE.nominal(sign) for sign in "()[]«»"}
    plain = [glyph._replace(glyph=own.get(glyph.text, glyph.glyph)) for glyph in line]
    assert bracket_faults(plain)
    assert bracket_faults([glyph._replace(x=-glyph.x) for glyph in line])
    assert bracket_faults([glyph for glyph in line if glyph.text != "»"])
