"""Hits are marked in whatever spelling the text has."""

from __future__ import annotations

import pytest

from desktop_app.domain.text.folding import holds, marked_spans


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("این تفاهم نامه و آن تفاهم‌نامهٔ دیگر", "تفاهم‌نامه", ["تفاهم نامه", "تفاهم‌نامهٔ"]),
        ("که می‌شود", "میشود", ["می‌شود"]),
        ("که می شود", "میشود", ["می شود"]),
        ("که میشود", "می شود", ["میشود"]),
        ("مسؤولان و مسئولیت", "مسئول", ["مسؤول", "مسئول"]),
        ("مورخ ۱۴۰۲/۰۳/۰۸ است", "1402/03", ["۱۴۰۲/۰۳"]),
        ("آب و خواب", "اب", ["آب", "اب"]),
        ("ببب", "بب", ["بب"]),
        # the whole query nowhere: its words one by one, letters alone left out
        ("سامانهٔ ملی داده", "سامانه و داده", ["سامانهٔ", "داده"]),
        ("سامانه", "و سامان س", ["سامان"]),
        ("سامانه و کمیته", "و سامان", ["سامان"]),
        # two letters are not looked for across words
        ("گل ابر", "لا", []),
        ("گل ابر", "گلا", ["گل ا"]),
        ("متن", "", []),
        ("متن", "   ", []),
        ("", "متن", []),
        ("متن", "دیگر", []),
        # spans of two words that overlap are one
        ("دبیرخانهٔ کمیته", "دبیرخانه خانهٔ ما", ["دبیرخانهٔ"]),
    ],
)
def test_what_is_marked(text: str, query: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in marked_spans(text, query)] == marked


@pytest.mark.parametrize(
    ("query", "held"),
    [
        ("", True),
        ("يزدي", True),
        ("کیوانیزدی", True),
        ("معاون کیوان", True),
        ("معاون زرافه", False),
        # two letters are not looked for across words
        ("نی", False),
        ("0113322", True),
        ("۰۱۱-۳۳۲۲", True),
        ("2۲-11", True),
        ("01133221", True),
        ("23", False),
    ],
)
def test_whether_a_text_holds_every_word(query: str, held: bool) -> None:
    assert holds("کیوان یزدی\nمعاون\n۰۱۱-۳۳۲۲ ۱۱۰۰", query) == held
