"""The code of a sub-axis reads from its letter on, as the lists on screen show it, wherever it stands on paper."""

from __future__ import annotations

import pytest

from desktop_app.printing.engine.script.isolate import isolate
from desktop_app.words.digits import right_to_left_code
from tests.printing import made_papers
from tests.printing.oracles import fribidi, pieces, stream

CODES = ("م۸-۱", "م۱۲-۳", "الف", "م۸-۱-۲", "ب۳-۱۲")
CONTEXTS = ("{}", "زیرمحور {} است", "({})", "{}، و", "از {} تا Wi-Fi", "LTE در {}", "«{}»: ۱۲", "۱۲ {} ۱۳")


def on_paper(text: str) -> str:
    """The characters of a line from left to right."""
    (line,) = pieces.everything(stream.read(made_papers.paragraphs([text], made_papers.ONE_LINE)))
    return "".join(glyph.text for glyph in line)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("context", CONTEXTS)
def test_the_code_stands_as_on_screen(code: str, context: str) -> None:
    shown = fribidi.visual_text(right_to_left_code(code))
    assert shown in on_paper(context.format(code))


def test_in_a_cell_it_stands_as_in_a_sentence() -> None:
    lines = pieces.everything(stream.read(made_papers.table([["محور", "شرح"], ["م۸-۱", "زیرمحور م۸-۱"]], [100, None])))
    assert ["".join(glyph.text for glyph in line) for line in lines[2:]] == ["۱-۸م", "۱-۸م روحمریز"]


def test_other_codes_and_words_are_isolated_as_before() -> None:
    assert isolate("بند ۳-۲") == "بند \u2066۳-۲\u2069"
    assert isolate("بند۳-۲") == "بند\u2066۳-۲\u2069"
    assert isolate("م۸-۱") == "م۸-۱"
    assert isolate("تماس ۰۱۱-۳۳۳") == "تماس \u2066۰۱۱-۳۳۳\u2069"
