"""Check 22: without HarfBuzz the same papers come out through arabic_reshaper and pass checks 1, 6, 8, 9, 12, 17."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from desktop_app.domain.errors import RuleBroken
from desktop_app.paths import resource
from desktop_app.printing.papers import minutes_pdf
from desktop_app.printing.script.mirror import mirrored
from desktop_app.printing.typesetting import installed_shaper
from desktop_app.printing.typesetting.fonts import FontSet
from desktop_app.printing.typesetting.joining import JoiningForms
from desktop_app.printing.typesetting.outline import outline
from desktop_app.printing.typesetting.style import MM, Align, Weight
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.printing.typesetting.words import prepare
from devtools import ROOT
from tests.printing import made_papers
from tests.printing import sample_documents as samples
from tests.printing.checks import test_check_01, test_check_06, test_check_08, test_check_09, test_check_17
from tests.printing.checks.test_check_12 import code_faults
from tests.printing.checks.test_check_13 import font_faults
from tests.printing.oracles import corpus, fribidi, pieces, proof, stream


@cache
def joined_fonts() -> FontSet:
    """The bundled fonts behind the plainer shaper."""
    return FontSet.load(Path(resource("fonts")), shaper=JoiningForms())


@pytest.fixture(autouse=True)
def plainer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every paper of this module is set without HarfBuzz."""
    monkeypatch.setattr(made_papers, "fonts", joined_fonts)


_ALONE = """
import sys
sys.modules["uharfbuzz"] = None
from desktop_app.printing.papers import minutes_pdf
from tests.printing import made_papers, sample_documents as samples
document = samples.RICH
sys.stdout.buffer.write(minutes_pdf.render(document, samples.final_imprint(document), made_papers.render_context()))
assert "desktop_app.printing.typesetting.harfbuzz" not in sys.modules
"""


def test_a_process_that_cannot_import_harfbuzz_prints_the_same_paper(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", _ALONE], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    here = minutes_pdf.render(samples.RICH, samples.final_imprint(samples.RICH), made_papers.render_context())
    assert done.stdout == here
    assert font_faults(here, tmp_path) == []


def test_the_choice_is_made_where_fonts_are_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    assert installed_shaper.installed().name == "HarfBuzz"
    monkeypatch.delitem(sys.modules, "desktop_app.printing.typesetting.harfbuzz")
    monkeypatch.setitem(sys.modules, "uharfbuzz", None)
    assert installed_shaper.installed().name == "arabic_reshaper"


@pytest.mark.parametrize("align", [Align.RIGHT, Align.JUSTIFY])
def test_check_1(align: Align) -> None:
    test_check_01.test_lines_follow_each_other_down_the_page(align)


@pytest.mark.parametrize("number", test_check_06.NUMBERS)
def test_check_6(number: str) -> None:
    test_check_06.test_digits_ascend_wherever_the_number_stands(number)
    test_check_06.test_digits_ascend_alone_in_a_cell(number)


@pytest.mark.parametrize("text", test_check_08.PERSIAN)
def test_check_8(text: str) -> None:
    test_check_08.test_brackets_of_persian_text(text)


def test_check_8_in_latin_and_in_the_whole_corpus() -> None:
    test_check_08.test_brackets_of_a_latin_stretch_keep_their_shape()
    test_check_08.test_every_bracket_of_the_corpus_has_the_side_that_its_level_asks()


@pytest.mark.parametrize("align", [Align.RIGHT, Align.JUSTIFY])
@pytest.mark.parametrize("width", [made_papers.ONE_LINE, 80 * MM, 25 * MM])
def test_check_9(width: float, align: Align) -> None:
    test_check_09.test_the_whole_corpus_arrives(width, align)


@pytest.mark.parametrize(
    "kept",
    [
        "خانهٔ",
        "ۀ",
        "می‌شود",
        "مُقَرَّر",
        "عیناً",
        "لِلّٰه",
        "أإؤئآء",
        "کلأ",
        "لا",
        "لَا",
        "اِلّا",
        "بلاغ",
        "لإ لآ لأ",
        "۱\u200c۲",
        "ب\u200d",
    ],
)
def test_marks_joiners_and_merged_letters_arrive(kept: str) -> None:
    test_check_09.test_marks_and_joiners_arrive(kept)


def test_a_thousand_words_arrive() -> None:
    test_check_09.test_a_thousand_words_arrive()


@pytest.mark.parametrize(("text", "missing"), [("جلسه 😀 بود", "😀"), ("אבא", "א"), ("ࢰ", "ࢰ")])
def test_a_character_without_a_glyph_is_named(text: str, missing: str) -> None:
    test_check_09.test_a_character_without_a_glyph_is_named_before_printing(text, missing)


def test_a_letter_whose_joining_forms_are_missing_is_refused_and_not_drawn_apart() -> None:
    """The bundled font has this letter, but not the code points of its joining forms."""
    lacking = made_papers.missing("".join(map(chr, range(0x671, 0x6D4))))
    assert "ی" not in lacking
    letter = next(one for one in lacking if _known(ord(one)))
    with pytest.raises(RuleBroken, match="glyph_missing"):
        made_papers.paragraphs([f"ب{letter}ب"])


def _known(code: int) -> bool:
    return FontSet.load(Path(resource("fonts"))).faces[Weight.REGULAR].shows(chr(code))


def test_check_12_and_the_order_of_the_corpus() -> None:
    pages = stream.read(made_papers.paragraphs(corpus.lines(), made_papers.ONE_LINE))
    assert code_faults(pages) == []
    for text, line in zip(corpus.lines(), pieces.everything(pages), strict=True):
        (matched,) = proof.match(prepare(text), [line])
        assert proof.order_faults(matched) == []


def test_check_17_on_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    test_check_17.test_a_long_table_over_pages(monkeypatch)
    test_check_17.test_cells_stand_in_logical_order_from_the_right()
    test_check_17.test_a_row_taller_than_a_page_runs_on_in_order(40 * MM, monkeypatch)
    test_check_17.test_an_address_without_blanks_keeps_to_its_cell(monkeypatch)


@pytest.mark.parametrize("name", ["rich", "long words", "signers"])
def test_check_17_on_whole_minutes(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    test_check_17.test_the_tables_of_the_minutes(test_check_17.LONG[name], monkeypatch)


def test_a_word_across_the_page_is_drawn_of_composed_letters_too() -> None:
    """The joined forms of the bundled font are made of other glyphs."""
    both = joined_fonts(), FontSet.load(Path(resource("fonts")))
    drawn = [outline(Typesetter(fonts), "پیشنویس نمونه", made_papers.style()) for fonts in both]
    assert len(drawn[0].operators) > 1000
    assert drawn[0].width == pytest.approx(drawn[1].width, rel=0.1)


def test_letters_join_as_harfbuzz_joins_them() -> None:
    """The form of every letter of the dictionary's first words, without alternates and ligatures, is HarfBuzz's."""
    face = joined_fonts().faces[Weight.REGULAR]
    for word, forms in {"کمیته": "ﻛﻤﻴﺘﻪ", "جلسه": "ﺟﻠﺴﻪ", "دبیر": "دﺑﻴﺮ"}.items():
        drawn = face.opened.shape(word, 0, len(word), True, "Arab", face.thin)
        wanted = [face.opened.glyph(ord(form)) for form in forms.replace("ﻛ", "ﮐ").replace("ﻴ", "ﯿ").replace("د", "ﺩ")]
        assert [glyph for glyph, *_ in reversed(drawn)] == wanted


def test_every_sign_that_the_font_shows_turns_round_as_the_algorithm_says() -> None:
    face = joined_fonts().faces[Weight.REGULAR]
    for code in sorted(face.characters):
        if code < 0x3100 and fribidi.is_mirrored(chr(code)) and face.shows(fribidi.mirrored(chr(code))):
            assert mirrored(chr(code)) == fribidi.mirrored(chr(code)), f"U+{code:04X}"
