"""Free letters: with the office's letterhead and signatory, or without a database."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.documents.documents import Letterhead
from desktop_app.domain.documents.letter_lines import AddresseeLine, LetterAdditions, SignatoryLine
from desktop_app.services.documents.documents import letter
from desktop_app.services.documents.letter_document import letter_paper
from tests.refusing import refused
from tests.services.office_steps import LETTERS, Office

HEAD = Letterhead(parties=("استانداری",), invocation="بسمه تعالی")
TO = AddresseeLine(name="گیرنده", post="مدیر")


def test_the_office_signs_and_heads_its_letters(office: Office) -> None:
    said = LetterAdditions(
        number="۱", day=date(2023, 5, 1), subject="موضوع", references="پیرو ۱\nعطف به ۲", attachments="نقشه"
    )
    document = letter_paper(office.context, "بند یک\nبند دو", said, to=TO).document
    assert (document.letterhead.number, document.letterhead.attachment) == ("۱", "۱")
    assert (document.subject, document.references) == ("موضوع", ("پیرو ۱", "عطف به ۲"))
    assert (document.addressee, document.paragraphs) == (TO, ("بند یک", "بند دو"))
    assert document.signatory == SignatoryLine(name="شخص 3", post="سمت 3", body="کمیتهٔ مشترک")


def test_a_named_signatory_signs_instead(office: Office) -> None:
    said = LetterAdditions(signatory="بهمن", signatory_post="رئیس")
    assert letter_paper(office.context, "متن", said).document.signatory == SignatoryLine(name="بهمن", post="رئیس")


def test_a_letter_is_a_sample_in_sample_data(office: Office) -> None:
    office.set_settings(sample=True)
    assert letter_paper(office.context, "متن").imprint.sample
    with refused("letter_empty", "text"):
        letter_paper(office.context, " \n")


def test_parts_of_a_letter_need_no_database() -> None:
    said = LetterAdditions(subject="موضوع", copies_to="یک\nدو")
    document = letter("متن", HEAD, LETTERS, additions=said, to=TO, signatory=SignatoryLine(name="نام"))
    assert (document.subject, document.copies_to, document.addressee) == ("موضوع", ("یک", "دو"), TO)
    with refused("glyph_missing", "addressee"):
        letter("متن", HEAD, LETTERS, to=AddresseeLine(name="☎"))


def test_the_addressee_is_taken_as_a_field_would_show_him(office: Office) -> None:
    typed = AddresseeLine(name=" علي\u202e ", post="مدير")
    assert letter_paper(office.context, "متن", to=typed).document.addressee == AddresseeLine(name="علی", post="مدیر")
    assert letter_paper(office.context, "متن", to=AddresseeLine(name=" \u200f")).document.addressee is None
    with refused("glyph_missing", "to"):
        letter_paper(office.context, "متن", to=AddresseeLine(name="☃"))
    with refused("glyph_missing", "to_post"):
        letter_paper(office.context, "متن", to=AddresseeLine(name="نام", post="☃"))
