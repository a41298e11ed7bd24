"""Check 2: characters and glyphs stand on paper in the order of UAX #9, judged by FriBidi and HarfBuzz."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from desktop_app.printing.engine.script.letters import mirrored
from desktop_app.printing.engine.script.levels import levels
from desktop_app.printing.engine.typesetting.draw import visual_order
from desktop_app.printing.engine.typesetting.shape import shape
from desktop_app.printing.engine.typesetting.style import MM, Align, Weight
from desktop_app.printing.engine.typesetting.words import canonical_text
from tests.printing import made_papers
from tests.printing.oracles import bidi_cases, corpus, drawn, fribidi, harfbuzz, proof, stream
from tests.printing.oracles.content import Drawn
from tests.whole import deciding

FACE = harfbuzz.face(made_papers.REGULAR)
LINES = corpus.lines()
ROUGH = (
    *"()«»-/٪%a،؛؟…[}'\"&—", "۱۲", "12", "B-2", "۱۴۰۱/۱۱/۱۰", "الله", "هٔ", "می\u200c", "x.y", "+5", "−۳", "IR06",
    "www.a.ir/", "<b>", "</b>", "۳-", "۰۹۱۲",
)  # fmt: skip


def _matched(text: str, width: float, align: Align = Align.RIGHT) -> list[proof.Matched]:
    pages = stream.read(made_papers.paragraphs([text], width, made_papers.style(align)))
    return proof.match(canonical_text(text), [line for page in pages for line in page.lines()])


def test_the_corpus_is_worth_its_name() -> None:
    assert len(LINES) >= 24
    assert len(set(LINES)) == len(LINES)
    everything = "".join(LINES)
    for sign in "()[]{}«»<>٪%/:-٬٫\u200c\u0654ۀلاآأإئؤء\u064e\u064f\u0650\u0651\u064b@_…–−×°?؟؛،&#*":
        assert sign in everything, f"no line of the corpus has {sign!r}"


@pytest.mark.parametrize("text", LINES)
def test_a_line_of_the_corpus_on_one_line_and_wrapped(text: str) -> None:
    for width, align in ((made_papers.ONE_LINE, Align.RIGHT), (80 * MM, Align.RIGHT), (80 * MM, Align.JUSTIFY)):
        lines = _matched(text, width, align)
        assert sum(line.end - line.start for line in lines) > len(text) * 0.9
        for line in lines:
            assert proof.order_faults(line) == []
            assert proof.glyph_faults(line, FACE, positions=align is not Align.JUSTIFY) == []


def _reversed_digits(line: list[Drawn]) -> list[Drawn]:
    """What shaping digits from right to left gives."""
    digits = [index for index, glyph in enumerate(line) if glyph.text.isdigit()]
    swapped = list(line)
    for one, other in zip(digits, reversed(digits), strict=True):
        swapped[one] = line[one]._replace(text=line[other].text, glyph=line[other].glyph)
    return swapped


def _without(line: list[Drawn], character: str) -> list[Drawn]:
    return [glyph for glyph in line if glyph.text != character]


def _unmirrored(line: list[Drawn]) -> list[Drawn]:
    swap = {glyph: FACE.nominal(fribidi.mirrored(sign)) for sign in "()[]«»"
            for glyph in (FACE.nominal(sign),)}  # fmt: skip
    return [glyph._replace(glyph=swap.get(glyph.glyph, glyph.glyph) or 0) for glyph in line]


def _nudged(line: list[Drawn]) -> list[Drawn]:
    """Kerning lost at one place."""
    return [glyph._replace(x=glyph.x + 0.3 * (index > 20)) for index, glyph in enumerate(line)]


MUTANTS = {
    "reversed digits": (_reversed_digits, True, True),
    "dropped hamza": (lambda line: _without(line, "\u0654"), True, False),
    "dropped half space": (lambda line: _without(line, "\u200c"), True, False),
    "unmirrored brackets": (_unmirrored, False, True),
    "logical order": (lambda line: line[::-1], True, True),
    "a place off": (_nudged, False, True),
}


@pytest.mark.parametrize("name", MUTANTS)
def test_a_planted_defect_is_seen(name: str) -> None:
    mutate, in_order, in_glyphs = MUTANTS[name]
    text = "مادهٔ ۳ (بند «ب») تفاهم‌نامهٔ ۱۴۰۱/۰۸/۱۰ [Wi-Fi]"
    (line,) = _matched(text, made_papers.ONE_LINE)
    assert proof.order_faults(line) == proof.glyph_faults(line, FACE) == []
    wrong = replace(line, drawn=mutate(list(line.drawn)))
    assert bool(proof.order_faults(wrong)) == in_order
    assert bool(proof.glyph_faults(wrong, FACE)) == in_glyphs


def _program_order(text: str, base: int | None) -> tuple[list[int], bytes]:
    found = levels(text, base)
    atoms = visual_order([(level, index, "") for index, level in enumerate(found)], set(found))  # type: ignore[misc]
    return [index for _, index, _ in atoms], found  # type: ignore[misc]


def case_faults(case: bidi_cases.BidiCase) -> list[str]:
    """Levels and order of one published case against the program's; mirroring follows from the levels (below)."""
    order, found = _program_order(case.text, case.direction)
    if any(level is not None and level != found[index] for index, level in enumerate(case.levels)):
        return [f"levels {list(found)} instead of {case.levels} for {case.text!r}"]
    kept = tuple(index for index in order if case.levels[index] is not None)
    if kept != case.order:
        return [f"order {kept} instead of {case.order} for {case.text!r}"]
    return []


@pytest.mark.parametrize("step", deciding([1, 3], {3}))
def test_every_published_case_of_the_algorithm(step: int) -> None:
    """Each third takes every turn in the program that all of them take; of every fourth some are missing."""
    count, faults = 0, []
    for case in bidi_cases.cases(step):
        count += 1
        faults += case_faults(case)
    assert faults[:3] == []
    assert count == -(-bidi_cases.COUNT // step)


def test_the_witness_itself_passes_the_published_cases() -> None:
    for case in bidi_cases.cases(step=9):
        resolved = fribidi.resolve(case.text, case.direction)
        order, found = fribidi.visual_order(resolved)
        assert tuple(index for index in order if case.levels[index] is not None) == case.order
        assert all(level in (None, found[index]) for index, level in enumerate(case.levels))


def test_a_wrong_level_would_be_seen() -> None:
    case = next(case for case in bidi_cases.cases() if case.base == 1 and len(set(case.levels)) > 1)
    assert case_faults(case) == []
    assert case_faults(replace(case, levels=tuple((level or 0) + 2 for level in case.levels)))
    assert case_faults(replace(case, order=case.order[::-1]))


@pytest.mark.parametrize("weight", list(Weight))
def test_brackets_of_the_published_cases_are_mirrored_by_the_font(weight: Weight) -> None:
    face = made_papers.fonts().faces[weight]
    seen = set()
    for sign in map(chr, range(0x20, 0x3100)):
        if not fribidi.is_mirrored(sign) or not face.shows(sign):
            continue
        seen.add(sign)
        right, left = (
            next(glyph.index for glyph in shaped.glyphs if glyph.character == sign)
            for shaped in (shape(face, sign, 0, 1, True, "Arab"), shape(face, sign, 0, 1, False, "Latn"))
        )
        if face.shows(fribidi.mirrored(sign)):
            assert mirrored(sign) == fribidi.mirrored(sign)
            assert right == face.opened.glyph(ord(fribidi.mirrored(sign))), f"{sign!r} is not mirrored"
        assert left == face.opened.glyph(ord(sign)), f"{sign!r} is mirrored from left to right"
    assert set("()[]{}<>«»‹›≤≥") <= seen


def test_mixed_text_beyond_the_published_cases() -> None:
    """Random sentences of Persian, Latin, digits, marks and signs: the fast path and the full one against FriBidi."""
    chance = random.Random(1401)
    alphabet = "ابپلهی۱۲۳٤123abXY  \u200c\u0654\u064e.,:/-+٪%()«»[]؛،؟#٬٫\u2066\u2069"
    for _ in range(6000):
        text = "".join(chance.choice(alphabet) for _ in range(chance.randint(1, 24)))
        base = chance.choice((1, 1, 1, 0, None))
        order, found = fribidi.visual_order(fribidi.resolve(text, base))
        drawn = [index for index in range(len(text)) if text[index] != "\u200c"]
        mine, own = _program_order(text, base)
        assert [own[index] for index in drawn] == [found[index] for index in drawn], repr(text)
        assert [index for index in mine if text[index] != "\u200c"] == [i for i in order if text[i] != "\u200c"], repr(
            text
        )


def test_any_mixture_stands_in_order_on_paper() -> None:
    """Pieces of the corpus and rough signs thrown together, wrapped at several widths: order and letters hold."""
    chance = random.Random(1399)
    pieces = [piece for text in LINES for piece in text.split()]
    texts: dict[tuple[float, Align], list[str]] = {}
    for _ in range(250):
        parts = [chance.choice(pieces if chance.random() < 0.6 else ROUGH) for _ in range(chance.randint(1, 14))]
        text = "".join(part + " " * chance.choice((0, 1, 1, 2)) for part in parts).strip()
        width, align = chance.choice((made_papers.ONE_LINE, 300.0, 150.0)), chance.choice(list(Align))
        texts.setdefault((width, align), []).append(text)
    for (width, align), alike in texts.items():
        for text, paragraph in zip(alike, _paragraphs(alike, width, align), strict=True):
            lines = proof.match(canonical_text(text), paragraph)
            assert [fault for line in lines for fault in proof.order_faults(line)] == [], repr(text)
            letters = "".join(glyph.text for line in lines for glyph in line.drawn)
            assert proof.lost_faults(text, letters) == [], repr(text)


def _paragraphs(texts: list[str], width: float, align: Align) -> list[list[list[Drawn]]]:
    """The lines of each of the texts, set one below the other."""
    with pytest.MonkeyPatch.context() as patch, drawn.told(patch) as recording:
        pages = stream.read(made_papers.paragraphs(texts, width, made_papers.style(align)))
    return [told.lines for told in drawn.paragraphs_of(recording, pages)]


@pytest.mark.parametrize(
    "text", ["روی12<b>", "متن ۱۳۹۹/۰۷/۱۶</b>", "<b>۱۲</b>", "a.ir/x۰۱۱-۳۳۳", "تا ۳-۲۱-۲ و", "صفحهٔ ۱۲https://a.ir است"]
)
def test_a_number_that_touches_an_isolate_is_no_part_of_it(text: str) -> None:
    for line in _matched(text, made_papers.ONE_LINE):
        assert proof.order_faults(line) == []
        assert proof.glyph_faults(line, FACE) == []
