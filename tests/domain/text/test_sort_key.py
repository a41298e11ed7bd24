"""The order of Persian lists."""

from __future__ import annotations

import random
import sqlite3

import pytest

from desktop_app.domain.text.folding import ALPHABET, sort_key

IN_ORDER = [
    "",
    "2",
    "10",
    "آب",
    "آب انبار",
    "آبادان",
    "آمل",
    "ابرار",
    "أحمد",
    "احمدی",
    "بابل",
    "بابلسر",
    "بند ۲",
    "بند ۱۰",
    "بند الف",
    "پارسا",
    "تهران",
    "ثابت",
    "جویبار",
    "چالوس",
    "حسینی",
    "خرم‌آباد",
    "دریا",
    "ذوالفقار",
    "رامسر",
    "رؤیا",
    "زرین",
    "ژاله",
    "ساری",
    "شورا",
    "صالحی",
    "ضیایی",
    "طبری",
    "ظفر",
    "عباس",
    "غلامی",
    "فرهمند",
    "قائم‌شهر",
    "کریم",
    "گلوگاه",
    "لیلا",
    "محمود",
    "می‌شود",
    "نکا",
    "نوشهر",
    "واحد",
    "هراز",
    "یاشار",
    "ییی",
    "aa",
    "Alpha",
    "beta",
    "漢",
]


def _sorted_from_chaos(words: list[str]) -> list[str]:
    """Sorted by key from another order: a key that is always the same may not pass."""
    return sorted(random.Random(7).sample(words, k=len(words)), key=sort_key)


def test_a_shuffled_list_comes_back_in_order() -> None:
    chance = random.Random(33)
    for _ in range(20):
        shuffled = chance.sample(IN_ORDER, k=len(IN_ORDER))
        assert sorted(shuffled, key=sort_key) == IN_ORDER


def test_thirty_three_letters_each_after_the_last() -> None:
    assert len(ALPHABET) == len(set(ALPHABET)) == 33
    assert _sorted_from_chaos(list(ALPHABET)) == list(ALPHABET)
    # code points put these five after the heh
    assert sorted("هپچژکگ", key=sort_key) == list("پچژکگه")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("علي", "علی"),
        ("كتاب", "کتاب"),
        ("می‌شود", "میشود"),
        ("مُهندس", "مهندس"),
        ("کـتاب", "کتاب"),
        ("أحمد", "احمد"),
        ("رؤیا", "رویا"),
        ("قائم", "قایم"),
        ("(الف)", "الف"),
        ("«الف»", "الف"),
        ("الف - ب", "الف ب"),
        ("بند ۰۲", "بند 2"),
        ("ALPHA", "alpha"),
        ("ا\u0653ب", "آب"),
    ],
)
def test_spellings_stand_together(one: str, other: str) -> None:
    def first(text: str) -> str:
        return sort_key(text).split("\u001f")[0]

    assert first(one) == first(other)


def test_texts_that_are_equal_so_far_keep_one_order() -> None:
    assert sort_key("می‌شود") != sort_key("میشود")
    assert sort_key("آب") == sort_key("ا\u0653ب")


def test_numbers_go_by_their_value() -> None:
    numbers = [str(number) for number in (0, 1, 2, 9, 10, 11, 99, 100, 1402, 10**30, 10**30 + 1)]
    assert _sorted_from_chaos(numbers) == numbers
    resolutions = ["۱۴۰۱/۳/۲", "۱۴۰۱/۳/۱۰", "۱۴۰۱/۱۲/۱", "۱۴۰۲/۱/۱"]
    assert _sorted_from_chaos(resolutions) == resolutions


def test_a_very_long_number_still_sorts() -> None:
    assert sort_key("9" * 40) > sort_key("9" * 30)


def test_the_database_orders_alike() -> None:
    keys = [sort_key(text) for text in random.Random(1).sample(IN_ORDER, k=len(IN_ORDER))]
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE word (key TEXT) STRICT")
    base.executemany("INSERT INTO word VALUES (?)", [(key,) for key in keys])
    stored = [row[0] for row in base.execute("SELECT key FROM word ORDER BY key")]
    base.close()
    assert stored == sorted(keys)
