"""What a field does to typed and pasted text."""

from __future__ import annotations

import random
import unicodedata

import pytest

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.typed_text import FIELD_LIMIT, Cleaned, CleanText, as_typed_clean
from tests.whole import Share


@pytest.mark.parametrize(
    ("typed", "kept", "kind"),
    [
        ("علي", "علی", Cleaned.LETTER),
        ("حتى", "حتی", Cleaned.LETTER),
        ("كتاب", "کتاب", Cleaned.LETTER),
        ("خانۀ", "خانهٔ", Cleaned.HEH_HAMZA),
        ("خان\u06d5\u0654", "خانهٔ", Cleaned.HEH_HAMZA),
        ("ا\u0653ب", "آب", Cleaned.COMPOSED),
        ("شي\u0654", "شئ", Cleaned.COMPOSED),
        ("e\u0301", "é", Cleaned.COMPOSED),
        ("یک\u00a0دو", "یک دو", Cleaned.SPACE),
        ("یک\tدو", "یک دو", Cleaned.SPACE),
        ("یک\u202fدو", "یک دو", Cleaned.SPACE),
        ("یک\r\nدو", "یک\nدو", Cleaned.LINE_BREAK),
        ("یک\rدو", "یک\nدو", Cleaned.LINE_BREAK),
        ("یک\vدو", "یک\nدو", Cleaned.LINE_BREAK),
        ("یک\fدو", "یک\nدو", Cleaned.LINE_BREAK),
        ("یک\u2028دو", "یک\nدو", Cleaned.LINE_BREAK),
        ("می\u00adشود", "می\u200cشود", Cleaned.HALF_SPACE),
        ("می\u00acشود", "می\u200cشود", Cleaned.HALF_SPACE),
        ("می\u200bشود", "می\u200cشود", Cleaned.HALF_SPACE),
        ("می\u00ac\u00adشود", "می\u200cشود", Cleaned.HALF_SPACE),
        ("co\u00adop", "coop", Cleaned.INVISIBLE),
        ("یک \u200bدو", "یک دو", Cleaned.INVISIBLE),
        ("\ufeffیک", "یک", Cleaned.INVISIBLE),
        ("☎\ufe0f", "☎", Cleaned.INVISIBLE),
        ("یک\u2060دو", "یکدو", Cleaned.INVISIBLE),
        ("یک\x00\x07دو", "یکدو", Cleaned.CONTROL),
        ("یک\x9fدو", "یکدو", Cleaned.CONTROL),
        ("\u202bیک\u202c", "یک", Cleaned.DIRECTION_MARK),
        ("\u2067یک\u2069", "یک", Cleaned.DIRECTION_MARK),
        ("یک\u200f\u200e\u061c", "یک", Cleaned.DIRECTION_MARK),
        ("یک\ud800دو", "یکدو", Cleaned.SURROGATE),
        ("\uf0b7 بند", "• بند", Cleaned.BULLET),
        ("ﻋﻠﯽ", "علی", Cleaned.PRESENTATION_FORM),
        ("ﻻ", "لا", Cleaned.PRESENTATION_FORM),
        ("م\ufe77د", "م\u064eد", Cleaned.PRESENTATION_FORM),
    ],
)
def test_what_is_changed(typed: str, kept: str, kind: Cleaned) -> None:
    clean = as_typed_clean(typed)
    assert clean.text == kept
    assert kind in dict(clean.changes)
    assert clean.changed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "صورت‌جلسهٔ شمارهٔ ۳ با 12 بند و ٤ پیوست\nسطر دوم",
        "مؤسسهٔ تأمین، هیئت و هیأت؛ شیء و جزء",
        "رحمة‌الله",
        "الله ﷲ"[:4],
        "ه\u200d.ش",
        "<b> & <user@example>",
        "«نقل» (پرانتز) … – ـ",
        "مُهَنْدِس",
        "a ¬ b",
        "قیمت ۱۰ ﷼",
        "﴿متن﴾",
        "می‌",  # a half space just typed, the next letter still to come
        "یک  دو ",
        "😀",
    ],
)
def test_what_stays(text: str) -> None:
    assert as_typed_clean(text) == CleanText(text)


def test_what_went_is_counted_by_kind() -> None:
    clean = as_typed_clean("\u200fعلي\u00a0كوچك\ufeff\x07")
    assert clean.text == "علی کوچک"
    assert dict(clean.changes) == {
        Cleaned.CONTROL: 1,
        Cleaned.DIRECTION_MARK: 1,
        Cleaned.INVISIBLE: 1,
        Cleaned.LETTER: 3,
        Cleaned.SPACE: 1,
    }
    assert clean.removed == ((Cleaned.CONTROL, 1), (Cleaned.DIRECTION_MARK, 1), (Cleaned.INVISIBLE, 1))


def test_a_field_of_one_line_has_no_breaks() -> None:
    assert as_typed_clean("یک\r\nدو\nسه", multiline=False).text == "یک دو سه"
    assert as_typed_clean("یک\nدو", multiline=False).changes == ((Cleaned.LINE_BREAK, 1),)


def test_two_halves_of_one_character_are_joined() -> None:
    assert as_typed_clean("\ud83d\ude00").text == "😀"


def test_a_vowel_sign_stands_in_canonical_order() -> None:
    clean = as_typed_clean("ۀ\u064e").text
    assert clean == unicodedata.normalize("NFC", "ه\u0654\u064e")


def test_the_limit() -> None:
    assert len(as_typed_clean("ب" * FIELD_LIMIT).text) == FIELD_LIMIT == 50_000
    with pytest.raises(RuleBroken) as refused:
        as_typed_clean("ب" * 50_001)
    assert refused.value.key == "text_too_long"
    assert refused.value.facts == {"count": 50_001, "limit": 50_000}


def test_what_is_removed_does_not_count() -> None:
    assert len(as_typed_clean("ب" * 50_000 + "\u200f").text) == 50_000
    with pytest.raises(RuleBroken):
        as_typed_clean("ۀ" * 3, limit=5)


# random texts look for what nobody thought of; what is known to decide stands by itself above and below
def _random_texts(count: int) -> list[str]:
    chance = random.Random(5)
    ranges = [(0, 0x250), (0x600, 0x700), (0x200B, 0x2070), (0xD800, 0xE000), (0xFB50, 0x10000), (0xF0A0, 0xF0C0)]
    letters = "یيكکهۀا\u0654\u0653¬\u00ad\u200c"
    return [
        "".join(
            chance.choice(letters) if chance.random() < 0.5 else chr(chance.randrange(*chance.choice(ranges)))
            for _ in range(chance.randint(1, 12))
        )
        for _ in range(count)
    ]


def test_cleaning_twice_changes_nothing_more(share: Share) -> None:
    restless = []
    for text in _random_texts(share(2_000, 20_000)):
        clean = as_typed_clean(text).text
        if as_typed_clean(clean) != CleanText(clean):
            restless.append((text, clean))
    assert restless == []


def test_nothing_unseen_is_left() -> None:
    kept = {"\n", "\u200c", "\u200d"}
    # signs of Arabic numbering and poetry are Cf by category but have ink
    inked = {*map(chr, range(0x600, 0x606)), "\u06dd", "\u0890", "\u0891", "\u08e2", "\U000110bd", "\U000110cd"}
    left = set()
    for point in range(0x110000):
        char = chr(point)
        if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and char in as_typed_clean(f"a{char}b").text:
            left.add(char)
    hieroglyphs_and_shorthand = {char for char in left if 0x13430 <= ord(char) <= 0x1345F or char == "\U0001107f"}
    assert left - hieroglyphs_and_shorthand == kept | inked


def test_the_caret_moves_along() -> None:
    typed, caret = "علي\u200fرض\u0627", 4
    assert len(as_typed_clean(typed[:caret]).text) == 3
