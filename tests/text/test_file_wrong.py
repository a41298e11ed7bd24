"""The sentence about a file that is missing or altered: its name and whose it is, and nothing of the database."""

from __future__ import annotations

import pytest

from desktop_app.words.attached_files import file_wrong, files_wrong
from desktop_app.words.digits import apart


@pytest.mark.parametrize(
    ("detail", "missing", "told"),
    [
        ("آ.pdf (meeting 5: 3); آ.pdf (unit 23)", True, f"«{apart('آ.pdf')}» از پیوست‌های جلسهٔ ۳ در پوشهٔ داده نیست"),
        ("آ.pdf (meeting 5)", True, f"«{apart('آ.pdf')}» از پیوست‌های جلسهٔ بدون شماره در پوشهٔ داده نیست"),
        ("آ.pdf (minutes_version 9: 3)", True, f"«{apart('آ.pdf')}» از پیوست‌های صورت‌جلسهٔ جلسهٔ ۳ در پوشهٔ داده نیست"),
        ("a (1).pdf (unit 3: ب)", True, f"«{apart('a (1).pdf')}» از پیوست‌های واحد «{apart('ب')}» در پوشهٔ داده نیست"),
        ("a (1).pdf (unit 3)", False, f"«{apart('a (1).pdf')}» از پیوست‌های واحد دیگر آن نیست که نگه داشته شد"),
        ("نشان.png (other 1)", True, f"«{apart('نشان.png')}» در پوشهٔ داده نیست"),
        ("0f41", True, f"«{apart('0f41')}» در پوشهٔ داده نیست"),
    ],
)  # fmt: skip
def test_a_file_by_name_and_record(detail: str, missing: bool, told: str) -> None:
    assert file_wrong(detail, missing=missing) == told


def test_the_others_are_a_sentence_of_their_own() -> None:
    assert files_wrong(3, "«الف» نیست").startswith("«الف» نیست؛ ۲ فایل دیگر هم گم شده یا تغییر کرده است. ")
    assert files_wrong(1, "«الف» نیست").startswith("«الف» نیست. ")
