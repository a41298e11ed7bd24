"""Folding: spellings of one word are one, and a folded text knows where it came from."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from desktop_app.domain.text.folding import (
    FOLD_VERSION,
    LIKE_ESCAPE,
    Form,
    all_forms,
    fold,
    fold_with_offsets,
    like_escape,
    like_pattern,
)
from tests.whole import Share

# each group is one word or phrase as different people write it
SPELLINGS: list[tuple[str, ...]] = [
    ("تفاهم‌نامه", "تفاهمنامه", "تفاهم نامه", "تفاهم\u00adنامه", "تفاهم-نامه"),
    ("می‌شود", "میشود", "می شود", "مي‌شود", "مي شود", "مىشود"),
    ("صورت‌جلسهٔ", "صورتجلسه", "صورت جلسۀ", "صورت‌جلسه‌ی", "صورت جلسه ی"),
    ("کتاب", "كتاب", "ڪتاب", "کـتـاب", "کِتاب"),
    ("علی", "علي", "على", "عَلی", "ﻋﻠﯽ"),
    ("مسئول", "مسؤول", "مسوول", "مسول", "مسیول"),
    ("مسئولان", "مسؤولان", "مسوولان"),
    ("هیئت", "هیأت", "هیات", "هییت", "هيئت"),
    ("مسئله", "مسأله", "مساله", "مسألۀ"),
    ("رئیس", "رییس", "رئيس"),
    ("تأیید", "تایید", "تائید", "تأييد"),
    ("آیین‌نامه", "آئین‌نامه", "آیین نامه", "ایین نامه", "آئین نامۀ"),
    ("سؤال", "سوال", "سئوال"),
    ("شئون", "شؤون", "شوون"),
    ("قرائت", "قراءت", "قرایت"),
    ("جرأت", "جرئت", "جرات"),
    ("مؤسسه", "موسسه", "مؤسسۀ", "مؤسسه‌ی"),
    ("شیء", "شی", "شئ"),
    ("اجراء", "اجرا"),
    ("رحمان", "رحمن", "رحمٰن"),
    ("اسماعیل", "اسمعیل"),
    ("داود", "داوود"),
    ("زیبایی", "زیبائی"),
    ("جلسهٔ ۱۲", "جلسۀ 12", "جلسه ١٢", "جلسه‌ی ۱۲"),
    ("۱۴۰۲/۰۳/۰۸", "1402/03/08", "١٤٠٢/٠٣/٠٨"),
    ("۱۲٬۵۰۰", "12500"),
    ("کسب‌وکار", "کسب و کار", "کسبوکار", "كسب‌و‌كار"),
    ("Wi-Fi", "wi-fi", "WI-FI", "Wi‑Fi"),
    ("Café", "cafe", "Cafe\u0301"),
    ("همهٔ واحدها", "همه‌ی واحد‌ها", "همه ی واحد ها", "همۀ واحدها"),
]


def _found(query: str, text: str) -> bool:
    """What the search columns do: any of the three forms holds the query."""
    return any(fold(query, form) in fold(text, form) for form in Form)


@pytest.mark.parametrize("group", SPELLINGS, ids=lambda group: group[0])
def test_every_spelling_finds_every_other(group: tuple[str, ...]) -> None:
    missed = [
        (query, text)
        for one, other in combinations(group, 2)
        for query, text in ((one, other), (other, one))
        if not _found(query, f"بند ۳: {text} و دیگران")
    ]
    assert missed == []


def test_the_set_is_wide_enough() -> None:
    assert sum(len(group) for group in SPELLINGS) >= 100


def test_different_words_stay_different() -> None:
    first = [fold(group[0], Form.SQUEEZED) for group in SPELLINGS]
    assert len(set(first)) == len(first)
    for one, other in (("بار", "باز"), ("سیر", "شیر"), ("کتاب", "کتیب"), ("شنبه", "شبنه"), ("۱۲", "۲۱"), ("گل", "کل")):
        assert fold(one) != fold(other)


def test_the_three_forms() -> None:
    assert all_forms("می‌شود  -  خانه ‌ها") == {
        Form.JOINED: "میشود - خانه ها",
        Form.SPACED: "می شود - خانه ها",
        Form.SQUEEZED: "میشودخانهها",
    }
    assert fold("می‌شود") == "می شود"


def test_marks_and_quotes_fold_to_what_a_keyboard_has() -> None:
    assert fold("«الف»، ب؛ ج؟ ‘د’ – ه… ۱۲٫۵٪") == "\"الف\", ب; ج? 'د' - ه... 12.5%"


def test_what_has_no_ink_is_dropped() -> None:
    assert fold("\u202bم\u200f\u0640\u064e\ufeff\x00\ud800ن\u202c\u00a0\n ") == "من"
    assert fold("") == fold(" \u200c ") == fold("\u064b") == ""


def test_yeh_of_ezafe_goes_only_at_the_end_of_a_word() -> None:
    assert fold("خانه‌ی ما") == "خانه ما"
    assert fold("خانه ی") == "خانه"
    assert fold("خانه یک") == "خانه یک"
    assert fold("خانه‌یی") == "خانه یی"
    assert fold("کتاب ی") == "کتاب ی"
    assert fold("فقهی") == "فقهی"


def test_spellings_are_unified_only_at_the_beginning_of_a_word() -> None:
    assert fold("بدیهیات") == "بدیهیات"
    assert fold("هیات‌مدیره") == "هییت مدیره"
    assert fold("هم‌هیات", Form.JOINED) == "همهییت"


def test_typing_a_usual_word_never_loses_it_on_the_way() -> None:
    for word in ("مسئولیت", "هیئت", "مسئله", "قرائت"):
        assert all(fold(word).startswith(fold(word[:length])) for length in range(1, len(word) + 1)), word


# random texts look for what nobody thought of; what is known to decide stands by itself above and below
def _random_texts(count: int) -> list[str]:
    chance = random.Random(6)
    pieces = [*"ابهیيكکۀة\u200c \u0640\u0654\u064eء-_12۳٤'ﻻﷲß½e\u0301\ud800\n", "مسوول", "هیات", "ه‌ی ", "داوود", "مسول"]
    return ["".join(chance.choices(pieces, k=chance.randint(0, 9))) for _ in range(count)]


def test_folding_with_and_without_offsets_agrees(share: Share) -> None:
    different = [
        (text, form)
        for text in _random_texts(share(1_000, 8_000))
        for form in Form
        if fold_with_offsets(text, form).text != fold(text, form)
    ]
    assert different == []


def test_folding_twice_changes_nothing_more(share: Share) -> None:
    for text in _random_texts(share(1_000, 8_000)):
        once = fold(text)
        assert fold(once) == once, text


def test_offsets_go_forward_and_stay_inside(share: Share) -> None:
    for text in _random_texts(share(1_000, 4_000)):
        for form in Form:
            folded = fold_with_offsets(text, form)
            assert len(folded.text) == len(folded.starts) == len(folded.ends)
            assert list(folded.starts) == sorted(folded.starts)
            assert all(start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))


@pytest.mark.parametrize(
    ("text", "form", "part", "original"),
    [
        ("آن می‌شود که", Form.JOINED, "میشود", "می‌شود"),
        ("آن می‌شود که", Form.SPACED, "می شود", "می‌شود"),
        ("آن می شود که", Form.SQUEEZED, "میشود", "می شود"),
        ("این مُهَنْدِسِ ما", Form.SPACED, "مهندس", "مُهَنْدِسِ"),
        ("شش خانهٔ ما", Form.SPACED, "خانه", "خانهٔ"),
        ("شش خانه‌ی ما", Form.SPACED, "خانه", "خانه‌ی"),
        ("چند مسولیت", Form.SPACED, "مسیولیت", "مسولیت"),
        ("سه داوودی", Form.SPACED, "داود", "داوود"),
        ("کـــتاب", Form.SPACED, "ک", "کـــ"),
        ("ﻻله", Form.SPACED, "لا", "ﻻ"),
        ("یک   دو", Form.SPACED, "یک دو", "یک   دو"),
    ],
)
def test_a_hit_is_found_in_the_original(text: str, form: Form, part: str, original: str) -> None:
    folded = fold_with_offsets(text, form)
    start = folded.text.index(part)
    first, last = folded.span(start, start + len(part))
    assert text[first:last] == original


def test_like_patterns_take_wildcards_literally() -> None:
    assert like_escape("50%_\\") == "50\\%\\_\\\\"
    assert LIKE_ESCAPE == "\\"
    assert like_pattern("می‌شود", Form.JOINED) == "%میشود%"
    assert like_pattern("۵۰٪") == "%50\\%%"


def test_the_version_is_a_number_to_store() -> None:
    assert FOLD_VERSION >= 1
