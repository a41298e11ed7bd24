"""Invitations on paper: each names one person only, says what is known of the meeting and dots for the rest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.printing import minutes_reader as reader
from tests.printing import office_samples as samples
from tests.printing.office_papers import lines, pages, stands, words_of
from tests.whole import deciding

DOCUMENT = samples.INVITATION
DOTS = "." * 12


def test_each_person_is_named_on_the_own_letter_alone() -> None:
    assert [stands(DOCUMENT, one.name) for one in DOCUMENT.addressees] == [[1], [2], [3]]
    assert "فرزاد" not in words_of(DOCUMENT, 1)
    assert stands(DOCUMENT, "رئیس جلسه، استانداری مازندران") == [1]
    assert stands(DOCUMENT, "به‌جای آرش نمک‌آبرودی، عضو، استانداری مازندران") == [2]


def test_each_letter_bears_its_own_number() -> None:
    first, *others = DOCUMENT.addressees
    numbered = replace(DOCUMENT, addressees=(replace(first, own_number="۷۷۷"), *others))
    assert ["۷۷۷" in words_of(numbered, page) for page in (1, 2, 3)] == [True, False, False]


def test_a_member_a_stand_in_and_a_guest_are_asked_for_different_things() -> None:
    member, stand_in, guest = (words_of(DOCUMENT, page) for page in (1, 2, 3))
    assert "به‌جای" not in member
    assert "به‌جای آرش" in stand_in
    assert "به‌عنوان مدعو" in guest
    for letter in (member, stand_in):
        assert "معرفی‌نامهٔ کتبی" in letter
        assert "مصوبهٔ باز" in letter
    assert "معرفی‌نامه" not in guest
    assert "مصوبهٔ باز" not in guest


def test_day_hour_and_place_stand_in_the_grid() -> None:
    for text in ("دوشنبه ۱۴۰۲/۰۲/۲۵", "۱۰:۰۰", "سالن جلسات استانداری", "شمارهٔ ۵، ۱۴۰۲/۰۲/۱۱"):
        assert stands(DOCUMENT, text) == [1, 2, 3]


def test_agenda_has_ranks_presenters_and_times() -> None:
    for text in (
        "اول:",
        "گزارش پیگیری مصوبات پیشین (یاشار کوهبنانه، ۲۰ دقیقه)",
        "دوم:",
        "برنامهٔ هم‌راستایی واحدها (مهرداد ستوده‌منش)",
        "سوم:",
        "دستور و زمان جلسهٔ آینده",
    ):
        assert stands(DOCUMENT, text) == [1, 2, 3]


def test_what_is_not_known_is_dots() -> None:
    bare = samples.BARE_INVITATION
    assert len(stands(bare, DOTS)) == 3
    assert stands(bare, "موضوع: دعوت به جلسهٔ عادی شمارهٔ " + "." * 24) == [1]
    for label in ("شماره: ", "تاریخ: ", "پیوست: "):
        assert stands(bare, label + "." * 24) == [1]
    assert stands(bare, "دستور جلسه پس از تنظیم فرستاده می‌شود.") == [1]
    assert "مصوبهٔ باز" not in words_of(bare)


def test_nothing_late_is_not_called_late() -> None:
    assert "گذشته است" in words_of(DOCUMENT, 1)
    assert "گذشته است" not in words_of(replace(DOCUMENT, late=0), 1)
    assert "مهلت همهٔ آن‌ها" in words_of(replace(DOCUMENT, late=8), 1)
    assert "یک مصوبهٔ باز" in words_of(replace(DOCUMENT, open=1, late=1), 1)


@pytest.mark.parametrize("letters", deciding([12, 40], {12}))
def test_many_letters_of_two_pages_each(letters: int) -> None:
    """Each letter is made as the one before; forty are a whole committee."""
    crowded = replace(samples.CROWDED_INVITATION, addressees=samples.CROWDED_INVITATION.addressees[:letters])
    assert len(pages(crowded)) == 2 * letters
    last = crowded.addressees[-1].name
    assert stands(crowded, last) == [2 * letters - 1]
    assert stands(crowded, f"دعوت‌نامهٔ جلسهٔ شمارهٔ ۶ – {last}") == [2 * letters]


@pytest.mark.parametrize("notes", deciding(range(30), {0, 2, 3, 4, 14, 26, 27, 29}))
def test_the_signature_goes_along_with_the_words_above_it(notes: int) -> None:
    """Wherever the page ends, what is asked for last is on the page of the signature.

    The ends of pages decide, with a sentence less and a sentence more.
    """
    document = replace(
        DOCUMENT, addressees=DOCUMENT.addressees[:1], note=("این جمله جای امضا را پایین می‌برد.",) * notes
    )
    signed = stands(document, samples.SECRETARY.name)
    asked = [line.page for line in lines(document) if "فرمایید" in line.logical and "معرفی" in line.logical]
    assert asked == signed


def test_long_lists_go_on_over_the_pages_and_not_over_the_foot() -> None:
    one = replace(DOCUMENT, addressees=DOCUMENT.addressees[:1])
    many, tall = tuple(f"دستگاه {word}" for word in "ابپتثجچحخدذرزژسش"), ("رونوشت بسیار دراز " * 200, "بایگانی")
    for copies in (many, tall):
        document = replace(one, copies_to=copies)
        assert len(pages(document)) > 1
        assert stands(document, copies[-1]) == [len(pages(document))]
        for page in pages(document):
            rule = 22 * 72 / 25.4
            below = [line for line in lines(document) if line.page == page.number and line.y < rule]
            assert len(below) == 1


def test_the_pen_has_its_blank_below_the_post() -> None:
    page = pages(DOCUMENT)[0]
    found = [line for line in lines(DOCUMENT) if line.page == 1]
    body = reader.only(found, samples.COMMITTEE)
    box = (body.left, body.y - 4 - 20 * 72 / 25.4, body.left + 25 * 72 / 25.4, body.y - 4)
    inside = [
        glyph.text
        for glyph in page.glyphs
        if glyph.box is not None and not glyph.rotated
        if glyph.box[0] < box[2] and box[0] < glyph.box[2] and glyph.box[1] < box[3] and box[1] < glyph.box[3]
    ]
    assert inside == []
