"""Extracts after a correction: a letter of the past stands over the words that it told, and over no others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.documents.snapshots import document_from_json
from desktop_app.domain.documents.unit_documents import EarlierNotice, ExtractDocument, ExtractLetter
from desktop_app.domain.rules.notices import Notice
from desktop_app.services.documents.extract_document import extract_paper
from desktop_app.services.documents.papers import paper_of
from desktop_app.services.follow_up.notifying import notify_all
from desktop_app.services.members.units import save_unit
from desktop_app.services.registers.sent_letters import register_letters
from desktop_app.services.versions.signing import sign_all
from tests.services.corrections import CORRECTED, NEW, OLD, WORDS, corrected, draft, notified, notified_again
from tests.services.office_steps import MONDAY, Office

THIRD, AGAIN = "۳۳۱/ص", date(2023, 6, 10)


def letters(office: Office, meeting_id: int, **of: Any) -> tuple[ExtractLetter, ...]:
    return extract_paper(office.context, meeting_id, **of).document.letters


def heads(office: Office, meeting_id: int, **of: Any) -> list[tuple[str, str, int]]:
    """Number, day and version of the source of each letter."""
    found = letters(office, meeting_id, **of)
    return [(one.letterhead.number, one.letterhead.day, one.source.version) for one in found]


def second(office: Office) -> int:
    """The resolution that the corrections leave alone."""
    found: int = office.where("resolutions")[1].id
    return found


def test_corrected_words_do_not_bear_the_number_of_the_letter_that_told_the_earlier_ones(office: Office) -> None:
    meeting_id, version_id = notified(office)
    corrected(office, version_id, text=WORDS)
    executor, cooperator, *_ = letters(office, meeting_id)
    for one in (executor, cooperator):
        assert one.resolution.text == WORDS
        assert (one.letterhead.number, one.letterhead.day, one.source.version) == ("", "", 2)
        assert one.earlier == EarlierNotice(number=OLD, day=MONDAY.isoformat())


def test_a_resolution_that_the_correction_left_alone_keeps_its_letter_and_the_source_of_it(office: Office) -> None:
    meeting_id, version_id = notified(office)
    before = letters(office, meeting_id)[2:]
    corrected(office, version_id, text=WORDS)
    assert letters(office, meeting_id, resolution_id=second(office)) == before
    assert heads(office, meeting_id, resolution_id=second(office)) == [(OLD, MONDAY.isoformat(), 1)] * 2


def test_of_all_letters_of_the_minutes_those_that_a_correction_left_alone_are_not_made_again(office: Office) -> None:
    meeting_id, version_id = notified(office)
    every = letters(office, meeting_id)
    same = corrected(office, version_id)
    assert letters(office, meeting_id) == every, "the correction changed no resolution"
    made = corrected(office, same, AGAIN, text=WORDS)
    assert [one.resolution.text for one in letters(office, meeting_id)] == [WORDS] * 2
    notified_again(office, made)
    assert heads(office, meeting_id) == [(NEW, AGAIN.isoformat(), 3)] * 2


def test_where_a_correction_only_adds_a_unit_that_unit_alone_gets_a_letter(office: Office) -> None:
    meeting_id, version_id = notified(office)
    one = office.where("resolutions")[0].id
    before = letters(office, meeting_id, resolution_id=one)
    made = corrected(office, version_id, cooperating=(office.units[2], office.units[3]))
    for told in (False, True):
        for wanted in ({}, {"resolution_id": one}):
            (letter,) = letters(office, meeting_id, **wanted)
            assert (letter.addressee.name, letter.earlier, letter.source.version) == ("واحد 4", None, 2)
            assert letter.resolution.cooperating == ("واحد 3", "واحد 4")
        for unit, letter in zip((office.units[0], office.units[2]), before, strict=True):
            again = letters(office, meeting_id, resolution_id=one, unit_id=unit)
            assert again == (letter,), "in the words that it told, under its own number"
        if not told:
            notified_again(office, made)
    assert heads(office, meeting_id) == [(NEW, CORRECTED.isoformat(), 2)]


def test_a_unit_that_was_renamed_meanwhile_makes_no_letter_a_corrected_one(office: Office) -> None:
    meeting_id, version_id = notified(office)
    unit = next(one for one in office.where("units") if one.id == office.units[2])
    save_unit(office.context, replace(unit, name="نام دیگر"))
    corrected(office, version_id)
    assert [one.earlier for one in letters(office, meeting_id)] == [None] * 4
    assert heads(office, meeting_id) == [(OLD, MONDAY.isoformat(), 1)] * 4


def test_a_new_executor_was_told_nothing_until_it_is_notified(office: Office) -> None:
    meeting_id, version_id = notified(office)
    made = corrected(office, version_id, executor_unit_id=office.units[1])
    executor, cooperator, *_ = letters(office, meeting_id)
    assert executor.addressee.name == "واحد 2"
    assert (executor.letterhead.number, executor.letterhead.day, executor.earlier) == ("", "", None)
    assert (cooperator.letterhead.number, cooperator.earlier and cooperator.earlier.number) == ("", OLD)
    notified_again(office, made)
    assert heads(office, meeting_id)[:2] == [(NEW, CORRECTED.isoformat(), 2)] * 2
    follows = [one.earlier and one.earlier.number for one in letters(office, meeting_id)]
    assert follows == [None, OLD], "the new executor knows of no earlier letter"


def test_while_the_correction_waits_for_pens_what_it_changed_is_a_draft(office: Office) -> None:
    meeting_id, version_id = notified(office)
    made = draft(office, version_id, text=WORDS)
    assert heads(office, meeting_id) == [(OLD, MONDAY.isoformat(), 1)] * 4
    office.finalised(made)
    first, _ = office.where("resolutions", meeting_id=meeting_id)
    assert extract_paper(office.context, meeting_id, resolution_id=first.id).imprint.draft
    assert not extract_paper(office.context, meeting_id, resolution_id=second(office)).imprint.draft


def test_a_letter_of_the_day_of_the_correction_that_was_recorded_before_it_told_the_earlier_words(
    office: Office,
) -> None:
    meeting_id, version_id = office.written(1)
    office.finalised(version_id)
    sign_all(office.context, version_id, MONDAY, asked=True)
    office.clock.forward(days=(CORRECTED - MONDAY).days)
    notify_all(office.context, version_id, Notice(day=CORRECTED, letter_number=OLD))
    office.clock.forward(minutes=1)
    corrected(office, version_id, text=WORDS)
    assert heads(office, meeting_id) == [("", "", 2)] * 2


def test_the_letter_of_a_second_notification_follows_the_first_and_the_third_follows_the_second(office: Office) -> None:
    meeting_id, version_id = notified(office)
    notified_again(office, corrected(office, version_id, text=WORDS))
    for one in letters(office, meeting_id)[:2]:
        assert (one.letterhead.number, one.letterhead.day, one.source.version) == (NEW, CORRECTED.isoformat(), 2)
        assert one.earlier == EarlierNotice(number=OLD, day=MONDAY.isoformat())
    made = corrected(office, office.where("versions")[-1].id, AGAIN, text="بار دوم")
    for one in letters(office, meeting_id)[:2]:
        assert (one.letterhead.number, one.source.version) == ("", 3)
        assert one.earlier == EarlierNotice(number=NEW, day=CORRECTED.isoformat())
    notified_again(office, made, THIRD)
    for one in letters(office, meeting_id)[:2]:
        assert (one.letterhead.number, one.letterhead.day, one.source.version) == (THIRD, AGAIN.isoformat(), 3)
        assert one.earlier == EarlierNotice(number=NEW, day=CORRECTED.isoformat())
    assert heads(office, meeting_id, resolution_id=second(office)) == [(OLD, MONDAY.isoformat(), 1)] * 2


def test_the_letter_of_a_second_notification_stays_over_its_words_when_others_are_corrected_later(
    office: Office,
) -> None:
    meeting_id, version_id = notified(office)
    made = corrected(office, version_id, text=WORDS)
    notified_again(office, made)
    corrected(office, made, AGAIN)
    for one in letters(office, meeting_id)[:2]:
        assert (one.letterhead.number, one.source.version) == (NEW, 2)
        assert one.earlier == EarlierNotice(number=OLD, day=MONDAY.isoformat())


def test_the_letters_of_a_second_notification_enter_the_register_beside_the_first(office: Office) -> None:
    meeting_id, version_id = notified(office, 1)
    order = PaperOrder(kind=PaperKind.EXTRACT, meeting_id=meeting_id)
    assert len(register_letters(office.context, order, paper_of(office.context, order)).papers) == 2
    notified_again(office, corrected(office, version_id, text=WORDS))
    assert len(register_letters(office.context, order, paper_of(office.context, order)).papers) == 2
    assert register_letters(office.context, order, paper_of(office.context, order)).papers == ()
    rows = office.where("outgoing_papers")
    assert [one.number for one in rows] == [OLD, OLD, NEW, NEW]
    (kept,) = document_from_json(ExtractDocument, rows[-1].document).letters
    assert (kept.resolution.text, kept.earlier and kept.earlier.number) == (WORDS, OLD)
