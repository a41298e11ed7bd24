"""Number patterns: free text with tokens, refused when a number could come twice."""

from __future__ import annotations

from itertools import product

import pytest

from desktop_app.domain.calendar.date_words import TOKEN_WORDS
from desktop_app.domain.numbering import (
    GivenNumber,
    Token,
    fill_pattern,
    require_fresh,
    require_sound,
    require_sound_for_letters,
    tokens,
)
from tests.refusing import refused

PATTERN = "{سال}/{جلسه}/{ردیف}"


def number(pattern: str, meeting: int = 3, row: int = 2) -> str:
    values: dict[Token, int | str] = {
        Token.YEAR: 1401,
        Token.MEETING: meeting,
        Token.ROW: row,
        Token.AXIS: "۵",
        Token.SERIAL: 9,
    }
    return fill_pattern(pattern, TOKEN_WORDS, values)


def test_every_token_has_its_word() -> None:
    assert set(TOKEN_WORDS.values()) == set(Token)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (PATTERN, "۱۴۰۱/۳/۲"),
        ("{جلسه}-{ردیف}", "۳-۲"),
        ("{ردیف}/ص/{جلسه}/{محور}", "۲/ص/۳/۵"),
        ("مصوبهٔ {جلسه}/{ردیف}", "مصوبهٔ ۳/۲"),
    ],
)
def test_a_pattern_is_filled_in_persian_digits(pattern: str, text: str) -> None:
    require_sound(pattern, TOKEN_WORDS)
    assert number(pattern) == text


def test_tokens_are_read_in_order() -> None:
    assert tokens(PATTERN, TOKEN_WORDS) == (Token.YEAR, Token.MEETING, Token.ROW)


@pytest.mark.parametrize("pattern", ["{سال}/{ردیف}", "{سال}/{جلسه}", "شماره", "{محور}/{ردیف}"])
def test_a_pattern_that_can_repeat_is_refused(pattern: str) -> None:
    with refused("pattern_can_repeat", "pattern"):
        require_sound(pattern, TOKEN_WORDS)


@pytest.mark.parametrize("pattern", ["{جلسه}{ردیف}", "{جلسه}۰{ردیف}", "{جلسه}/{ردیف}{سال}", "{جلسه} 7 {ردیف}"])
def test_tokens_that_touch_are_refused(pattern: str) -> None:
    """Meeting 1 row 11 and meeting 11 row 1 would be the same number."""
    with refused("pattern_tokens_touch", "pattern"):
        require_sound(pattern, TOKEN_WORDS)


def test_an_unknown_token_is_named() -> None:
    with refused("pattern_token_unknown", "pattern", token="ماه"):
        require_sound("{ماه}/{جلسه}/{ردیف}", TOKEN_WORDS)


@pytest.mark.parametrize("pattern", ["{جلسه}/{ردیف", "{جلسه}/{ردیف}}", "جلسه}/{جلسه}/{ردیف}"])
def test_a_brace_left_open_is_refused(pattern: str) -> None:
    with refused("pattern_brace_open", "pattern"):
        require_sound(pattern, TOKEN_WORDS)


@pytest.mark.parametrize("pattern", [PATTERN, "{ردیف}-{جلسه}", "م{محور}/{جلسه}/{ردیف}"])
def test_a_sound_pattern_never_repeats(pattern: str) -> None:
    require_sound(pattern, TOKEN_WORDS)
    made = [number(pattern, meeting, row) for meeting, row in product(range(1, 120), range(1, 25))]
    assert len(set(made)) == len(made)


GIVEN = (GivenNumber("۱/۲", 1, 2), GivenNumber("۱۴۰۱/۳/۲", 3, 2), GivenNumber("۸-۱/۷/۹", 7, 9))


@pytest.mark.parametrize(
    ("pattern", "again"),
    [
        ("{ردیف}/{جلسه}", "۱/۲"),
        ("{سال}/{ردیف}/{جلسه}", "۱۴۰۱/۳/۲"),
        ("{محور}/{ردیف}/{جلسه}", "۸-۱/۷/۹"),
    ],
)
def test_a_pattern_that_gives_an_old_number_again_is_refused(pattern: str, again: str) -> None:
    require_sound(pattern, TOKEN_WORDS)
    with refused("pattern_repeats_given", "pattern", number=again):
        require_fresh(pattern, TOKEN_WORDS, GIVEN, ["۸", "8-1"])


@pytest.mark.parametrize(
    "pattern", ["{جلسه}/{ردیف}", PATTERN, "{محور}/{جلسه}/{ردیف}", "{ردیف}/م/{جلسه}", "{ردیف}/{جلسه}/{ردیف}"]
)
def test_a_pattern_that_only_meets_its_own_numbers_is_fresh(pattern: str) -> None:
    require_fresh(pattern, TOKEN_WORDS, GIVEN, ["۸", "8-1"])


@pytest.mark.parametrize("pattern", ["", "د/{سریال}", "{سال}/{ردیف}", "{سال}-{ردیف}/د"])
def test_numbers_of_letters_are_typed_or_never_repeat(pattern: str) -> None:
    require_sound_for_letters(pattern, TOKEN_WORDS)


@pytest.mark.parametrize(
    ("pattern", "key"),
    [
        ("{سال}", "outgoing_pattern_can_repeat"),
        ("د", "outgoing_pattern_can_repeat"),
        ("{جلسه}/{سریال}", "outgoing_pattern_token"),
        ("{سال}/{شماره}", "outgoing_pattern_token"),
        ("{سال}{ردیف}", "pattern_tokens_touch"),
        ("{روز}", "outgoing_pattern_token"),
        ("{سریال", "pattern_brace_open"),
    ],
)
def test_a_pattern_of_letters_that_is_none_is_refused_beside_its_field(pattern: str, key: str) -> None:
    with refused(key, "outgoing_pattern"):
        require_sound_for_letters(pattern, TOKEN_WORDS)
