"""What the guided page says of a salvage: rows that nothing proves are not called right, and every row has a name."""

from __future__ import annotations

from desktop_app.domain.read_models.findings import Reason
from desktop_app.storage.evidence.canonical import HASHED
from desktop_app.words import recovery as words


def test_rows_that_no_hash_can_prove_are_told_beside_those_that_came() -> None:
    told = words.summary(47, 79, 12)
    assert all(part in told for part in ("۴۷ ردیف به دادهٔ تازه آمد", "درستی ۱۲ ردیف", "۷۹ ردیف نیامد"))
    assert words.summary(12, 0, 0) == "۱۲ ردیف به دادهٔ تازه آمد، چیزی از دست نرفت."
    assert "چیزی از دست نرفت" not in words.summary(12, 3, 0)


def test_what_could_not_be_counted_is_not_told_as_nothing() -> None:
    assert words.cost(0, 0, known=True) == "چیزی از دست نمی‌رود"
    assert "چیزی از دست نمی‌رود" not in words.cost(0, 0, known=False)
    assert words.cost(14, 2, known=False) == "دست‌کم ۱۴ رویداد از ۲ روز از دست می‌رود"


def test_every_reason_and_every_table_of_records_has_its_words() -> None:
    assert words.REASONS.keys() == set(Reason)
    assert words.KINDS.keys() >= set(HASHED)
