"""Extracts after a correction: a letter of the past stands over the words that it told, and over no others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop_app.domain.documents.extract_document import EarlierNotice, ExtractLetter
from desktop_app.domain.rules.minutes import Clause
from desktop_app.domain.rules.notices import Notice
from desktop_app.services.documents.extract_document import extract_paper
from desktop_app.services.follow_up.notifying import notify_all
from desktop_app.services.minutes.amending import amend
from desktop_app.services.minutes.clauses import save_clause
from desktop_app.services.minutes.signing import sign_all
from tests.services.office_steps import MONDAY, Office

OLD, NEW = "۱۵۹۶/ص", "۲۰۷/ص"
CORRECTED = date(2023, 5, 20)


def notified(office: Office) -> tuple[int, int]:
    """Signed minutes of two resolutions, each told to its executor and the unit that cooperates."""
    meeting_id, version_id = office.written(2)
    office.finalised(version_id)
    sign_all(office.context, version_id, MONDAY, asked=True)
    office.clock.forward(hours=1)
    notify_all(office.context, version_id, Notice(day=MONDAY, letter_number=OLD))
    return meeting_id, version_id


def draft(office: Office, version_id: int, **changes: object) -> int:
    """A correction, some days later, that changes the first resolution."""
    office.clock.forward(days=(CORRECTED - office.clock.today()).days)
    made = amend(office.context, version_id, "نام مجری نادرست بود").id
    first: Clause = next(one for one in office.where("clauses", minutes_version_id=made) if one.is_resolution)
    save_clause(office.context, replace(first, **changes))  # type: ignore[arg-type]
    return made


def corrected(office: Office, version_id: int, **changes: object) -> int:
    made = draft(office, version_id, **changes)
    office.finalised(made)
    sign_all(office.context, made, CORRECTED, asked=True)
    return made


def letters(office: Office, meeting_id: int) -> tuple[ExtractLetter, ...]:
    return extract_paper(office.context, meeting_id).document.letters


def heads(office: Office, meeting_id: int) -> list[tuple[str, str, int]]:
    """Number, day and version of the source of each letter."""
    found = letters(office, meeting_id)
    return [(one.letterhead.number, one.letterhead.day, one.source.version) for one in found]


def test_corrected_words_do_not_bear_the_number_of_the_letter_that_told_the_earlier_ones(office: Office) -> None:
    meeting_id, version_id = notified(office)
    corrected(office, version_id, text="تصمیم یک با اولویت روستاها")
    executor, cooperator, *_ = letters(office, meeting_id)
    for one in (executor, cooperator):
        assert one.resolution.text == "تصمیم یک با اولویت روستاها"
        assert (one.letterhead.number, one.letterhead.day, one.source.version) == ("", "", 2)
        assert one.earlier == EarlierNotice(number=OLD, day=MONDAY.isoformat())


def test_a_resolution_that_the_correction_left_alone_keeps_its_letter_and_the_source_of_it(office: Office) -> None:
    meeting_id, version_id = notified(office)
    before = letters(office, meeting_id)[2:]
    corrected(office, version_id, text="تصمیم یک با اولویت روستاها")
    assert heads(office, meeting_id)[2:] == [(OLD, MONDAY.isoformat(), 1)] * 2
    assert [one.source for one in letters(office, meeting_id)[2:]] == [one.source for one in before]
    assert [one.earlier for one in letters(office, meeting_id)[2:]] == [None, None]


def test_a_new_executor_was_told_nothing_until_it_is_notified(office: Office) -> None:
    meeting_id, version_id = notified(office)
    made = corrected(office, version_id, executor_unit_id=office.units[1])
    executor, cooperator, *_ = letters(office, meeting_id)
    assert executor.addressee.name == "واحد 2"
    assert (executor.letterhead.number, executor.letterhead.day, executor.earlier) == ("", "", None)
    assert (cooperator.letterhead.number, cooperator.earlier and cooperator.earlier.number) == ("", OLD)
    office.clock.forward(hours=1)
    notify_all(office.context, made, Notice(day=CORRECTED, letter_number=NEW))
    assert heads(office, meeting_id)[:2] == [(NEW, CORRECTED.isoformat(), 2), ("", "", 2)]


def test_while_the_correction_waits_for_pens_what_it_changed_is_a_draft(office: Office) -> None:
    meeting_id, version_id = notified(office)
    made = draft(office, version_id, text="تصمیم یک با اولویت روستاها")
    assert heads(office, meeting_id) == [(OLD, MONDAY.isoformat(), 1)] * 4
    office.finalised(made)
    first, second = office.where("resolutions", meeting_id=meeting_id)
    assert extract_paper(office.context, meeting_id, resolution_id=first.id).imprint.draft
    assert not extract_paper(office.context, meeting_id, resolution_id=second.id).imprint.draft


def test_a_letter_of_the_day_of_the_correction_that_was_recorded_before_it_told_the_earlier_words(
    office: Office,
) -> None:
    meeting_id, version_id = office.written(1)
    office.finalised(version_id)
    sign_all(office.context, version_id, MONDAY, asked=True)
    office.clock.forward(days=(CORRECTED - MONDAY).days)
    notify_all(office.context, version_id, Notice(day=CORRECTED, letter_number=OLD))
    office.clock.forward(minutes=1)
    corrected(office, version_id, text="تصمیم یک با اولویت روستاها")
    assert heads(office, meeting_id) == [("", "", 2)] * 2
