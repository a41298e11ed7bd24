"""What a console that orders nothing shows of a line, held against FriBidi and against letters that were looked up."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from desktop_app.printing.engine.script.console import console_text
from desktop_app.words import commands
from tests.printing.oracles import fribidi

WIDE = 10_000
LTR, END = "\u2066", "\u2069"
PERSIAN = re.compile("[\u0600-\u06ff]")
MARKS = re.compile("[\u064b-\u065f\u0670]")
UNSEEN = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def letters(shown: str) -> str:
    """The line with every joined form turned back into its letter, from left to right as before."""
    return "".join(unicodedata.normalize("NFKC", one)[::-1] if "\ufb50" <= one <= "\ufefc" else one for one in shown)


def by_fribidi(text: str) -> str:
    """The signs of the line from left to right, brackets turned where they run from the right."""
    order, levels = fribidi.visual_order(fribidi.resolve(text))
    signs = (fribidi.mirrored(text[place]) if levels[place] % 2 else text[place] for place in order)
    return UNSEEN.sub("", "".join(signs))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("کمیته", "ﻪﺘﯿﻤﮐ"),
        ("سلام", "ﻡﻼﺳ"),
        # the parts of a word do not join over ZWNJ, which is no cell of its own
        ("می‌شود", "ﺩﻮﺷﯽﻣ"),
        # the hamza stays, and behind its letter, where a console draws it
        ("خانهٔ نو", "ﻮﻧ ﻪٔﻧﺎﺧ"),
        ("(نسخهٔ ۱۲)", "(۱۲ ﻪٔﺨﺴﻧ)"),
        (f"در «{LTR}/home/x/a.pdf{END}» نیست. [data_missing]", "[data_missing] .ﺖﺴﯿﻧ «/home/x/a.pdf» ﺭﺩ"),
        # columns of a help text stay where they are, each in its own order
        ("  -h, --help    راهنما.", "  -h, --help    .ﺎﻤﻨﻫﺍﺭ"),
        ("\r\x1b[Kصفحهٔ ۳", "\r\x1b[K۳ ﻪٔﺤﻔﺻ"),
        ("a (b) < c", "a (b) < c"),
        ("", ""),
    ],
)
def test_a_line_as_the_screen_shows_it(text: str, shown: str) -> None:
    assert console_text(text, 79) == shown


def test_every_line_has_the_order_of_fribidi() -> None:
    corpus = (Path(__file__).parent / "corpus.txt").read_text(encoding="utf-8").splitlines()
    told = [line for one in vars(commands).values() if isinstance(one, str) for line in one.splitlines()]
    lines = [MARKS.sub("", line) for line in (*corpus, *told) if PERSIAN.search(line)]
    lines = [line.strip() for line in lines if "  " not in line.strip()]
    assert len(lines) > 100
    differing = [line for line in lines if letters(console_text(line, WIDE)) != by_fribidi(line)]
    assert differing == []


def test_a_line_is_folded_before_it_is_ordered() -> None:
    text = f"نخست {LTR}/one/two three/four{END} و سپس پایان."
    # the path goes on in its own direction in the second line
    assert console_text(text, 16).split("\n") == ["/one/two ﺖﺴﺨﻧ", "ﻭ three/four", ".ﻥﺎﯾﺎﭘ ﺲﭙﺳ"]
    long = console_text("واژه " * 40, 30).split("\n")
    assert max(map(len, long)) <= 30
    assert sum(len(line.split()) for line in long) == 40
    assert len(console_text("ب" * 100, 30).split("\n")) == 4


def test_no_control_of_direction_reaches_the_console() -> None:
    controls = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200c\u200d\ufeff"
    for one in controls:
        shown = console_text(f"الف {one}abc{one} ب", 79)
        assert not set(shown) & set(controls), ascii(one)
        # an override is obeyed: it is there to turn Latin letters round
        assert ("cba" if one == "\u202e" else "abc") in shown, ascii(one)
