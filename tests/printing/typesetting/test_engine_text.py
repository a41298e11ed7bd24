"""Cleaning, isolating and levels of text, each beside an independent witness or a plain list of cases."""

from __future__ import annotations

import random
import re

import pytest
from bidi import get_display

from desktop_app.printing.engine.script.isolate import isolate, isolated_stretches, isolated_with_paths
from desktop_app.printing.engine.script.letters import normalise
from desktop_app.printing.engine.script.levels import LTR, RTL, levels, quick_levels
from desktop_app.printing.engine.typesetting.draw import visual_order
from tests.printing.oracles import corpus, dictionary


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("خانۀ ما", "خانه\u0654 ما"),
        ("خانه\u0654", "خانه\u0654"),
        ("می\u200cشود", "می\u200cشود"),
        ("\ufeffالف\u200f ب\u202aپ\u202c\u2066ت\u2069", "الف بپت"),
        ("یک\tدو\u2009سه\u202fچهار", "یک دو سه چهار"),
        ("یک\r\nدو\u2028سه\x0bچهار\rپنج", "یک\nدو\nسه\nچهار\nپنج"),
        ("الف\x00\x07ب", "الفب"),
        ("ا\u0653ب", "آب"),
        ("مُدَرِّس", "مُدَرِّس"),
        ("ي ك ى", "ي ك ى"),
        ("ده\u00a0نفر", "ده\u00a0نفر"),
    ],
)
def test_text_is_cleaned_and_keeps_what_is_seen(given: str, wanted: str) -> None:
    assert normalise(given) == wanted
    assert normalise(wanted) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("تاریخ ۱۴۰۱/۰۹/۱۴ ساعت ۰۸:۳۰", []),
        ("شمارهٔ ۹۱۱۷۴/۰۱/ش", []),
        ("مبلغ ۲٬۵۰۰٬۰۰۰ ریال", []),
        ("تلفن ۰۱۱-۳۳۳۶۴۴۴۴ است", ["۰۱۱-۳۳۳۶۴۴۴۴"]),
        ("سهم ۱۲٫۵٪ است", ["۱۲٫۵"]),
        ("از ۱۴۰۱/۰۹/۱۴-۱۴۰۱/۰۹/۲۰", ["۱۴۰۱/۰۹/۱۴", "۱۴۰۱/۰۹/۲۰"]),
        ("متن (IT) و IT", []),
        ("متن IT (v2)، پایان", ["IT (v2)"]),
        ("(ببینید https://a.ir/x_(y)).", ["https://a.ir/x_(y)"]),
        ("به user@a.ir.", ["user@a.ir"]),
        ("کد 2345ABCDEFGHIJ67 – صفحه", ["2345ABCDEFGHIJ67"]),
        ("ردیف ۱۲A-5 و 12-5A", ["۱۲A-5", "12-5A"]),
        # The first stroke stays outside: a paper that was signed so is set so again when it is verified
        ("فایل «/srv/office/a.db» است", ["srv/office/a.db"]),
        (r"در \\server\share بماند", [r"server\share"]),
        ("در ~/office و ./a.db", []),
    ],
)
def test_only_what_would_turn_is_isolated(text: str, wanted: list[str]) -> None:
    assert [text[start:end] for start, end in isolated_stretches(text)] == wanted
    assert isolate(text).replace("\u2066", "").replace("\u2069", "") == text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("فایل «/srv/office/a.db» است", ["/srv/office/a.db"]),
        (r"در \\server\share بماند", [r"\\server\share"]),
        ("در ~/office و ./a.db", ["~/office", "./a.db"]),
        ("بلی/No و خیر /", []),
        ("ردیف ۱۲A-5 و 12-5A", ["۱۲A-5", "12-5A"]),
    ],
)
def test_a_path_keeps_its_first_stroke_on_papers_that_nobody_signs(text: str, wanted: list[str]) -> None:
    assert [text[start:end] for start, end in isolated_with_paths(text)] == wanted


@pytest.mark.parametrize("base", [RTL, LTR])
def test_order_agrees_with_the_bidi_package(base: int) -> None:
    """The package's own order (without mirroring) of the corpus and of lines put together from its parts."""
    parts = re.findall(r"\S+", " ".join(corpus.lines()))
    mixed = [" ".join(parts[start::37]) for start in range(37)]
    # The package drops nothing but counts joiners otherwise: they are left out of this comparison
    for line in [text.replace("\u200c", "") for text in (*corpus.lines(), *mixed)]:
        found = levels(line, base)
        atoms = [(level, None, character) for level, character in zip(found, line, strict=True)]
        seen = "".join(atom[2] for atom in visual_order(atoms, set(found)))  # type: ignore[arg-type]
        assert seen == get_display(line, base_dir="R" if base else "L")


def test_the_quick_way_gives_the_levels_of_the_whole_algorithm(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [*corpus.lines(), *dictionary.words(200), "ب۱۲،۳ ۴/۵ ۶-۷ ٪۸", "بَ۱", "ب۱\u200c۲", "۱ب۲", "ب ۱ً،۲", "(ب) ۱"]
    lines += [
        *map(isolate, lines),
        "(LTE) متن",
        "متن [LTE (IT)] ۱۲",
        "LTE ۱۲ متن",
        "متن LTE\u200cها",
        "LTE",
        "۱۴۰۱/۱۱/۱۰",
        "۸-۱",
    ]
    chance = random.Random(1403)
    pieces = [
        *"()«»،. -/٪۱۲3",
        "متن",
        "LTE",
        "IPv6 OK",
        "\u2066a.ir/۱\u2069",
        "\u2066(\u2069",
        "هٔ",
        "می\u200c",
        "\u200c",
        "\u2069",
    ]
    lines += ["".join(chance.choices(pieces, k=chance.randint(1, 9))) for _ in range(20_000)]
    quick = [levels(line) for line in lines]
    found = sum(quick_levels(line) is not None for line in lines)
    monkeypatch.setattr("desktop_app.printing.engine.script.levels.quick_levels", lambda _text: None)
    assert [levels(line) for line in lines] == quick
    assert found > len(lines) / 5


def test_explicit_levels_stop_at_the_depth_limit() -> None:
    deep = "\u202b" * 200 + "ب" + "\u2067" * 200 + "a"
    assert max(levels(deep)) <= 126
