"""What goes out enters the register once, with the very letter, in the act that says so."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from desktop_app.domain.documents.letter_lines import LetterAdditions
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.documents.snapshots import content_hash, document_from_json
from desktop_app.domain.documents.unit_documents import ExtractDocument, ReminderDocument
from desktop_app.domain.outcome import LettersRegistered
from desktop_app.domain.rules.invitations import Sending, SendingWay
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.registered_papers import OutgoingPaper
from desktop_app.domain.text.digits import latin_digits
from desktop_app.services.documents import extract_document
from desktop_app.services.documents.letter_document import single_letters
from desktop_app.services.documents.papers import paper_of
from desktop_app.services.follow_up.notifying import notify
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.paper_links import papers_of
from desktop_app.services.registers.invitations import send_invitations, strike_sending
from desktop_app.services.registers.papers import strike_paper
from desktop_app.services.registers.sent_letters import numbered, register_letters, strike_letters
from desktop_app.services.versions.signing import sign_all
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office
from tests.services.records import Records


def register(office: Office) -> list[OutgoingPaper]:
    return list(office.where("outgoing_papers"))


def entered(office: Office, order: PaperOrder) -> LettersRegistered:
    """The letters of an order that was printed now."""
    return register_letters(office.context, order, paper_of(office.context, order))


def test_invitations_enter_the_register_with_their_sending(office: Office, records: Records) -> None:
    meeting_id = office.convened()
    invitees = meeting_sheet(office.context, meeting_id).invitees
    keys = tuple(one.key for one in invitees)
    day = office.clock.today()
    before = records.commits
    sending = Sending(invitees=keys, day=day, way=SendingWay.BY_HAND, said=LetterAdditions(number="۱۲/د"))
    send_invitations(office.context, meeting_id, sending)
    assert records.commits == before + 1
    rows = register(office)
    sent = office.where("sent_invitations", meeting_id=meeting_id)
    assert [one.row for one in rows] == list(range(1, len(keys) + 1))
    assert [(one.addressee, one.number, one.way, one.content_hash) for one in rows] == [
        (one.addressee, "۱۲/د", SendingWay.BY_HAND, one.content_hash) for one in sent
    ]
    assert all(content_hash(one.document) == one.content_hash for one in rows)
    with office.open_work() as work:
        assert {one.row for one in papers_of(work, "meeting", meeting_id)} == {one.row for one in rows}


def test_a_sending_that_is_taken_back_is_struck_in_the_register(office: Office) -> None:
    meeting_id = office.convened()
    key = meeting_sheet(office.context, meeting_id).invitees[0].key
    send_invitations(office.context, meeting_id, Sending(invitees=(key,), day=office.clock.today()))
    (sent,) = office.where("sent_invitations")
    strike_sending(office.context, sent.id, "نرفت")
    (paper,) = register(office)
    assert (paper.struck_on, paper.struck_reason) == (office.clock.today(), "نرفت")
    with office.open_work() as work:
        assert papers_of(work, "meeting", meeting_id) == ()


def _signed(office: Office) -> int:
    meeting_id, version_id = office.written(1)
    office.finalised(version_id)
    sign_all(office.context, version_id, MONDAY, asked=True)
    return meeting_id


def test_extracts_enter_once_also_when_they_are_printed_again_with_their_number(office: Office) -> None:
    meeting_id = _signed(office)
    order = PaperOrder(kind=PaperKind.EXTRACT, meeting_id=meeting_id)
    made = entered(office, order)
    rows = register(office)
    assert made.papers == tuple(one.id for one in rows)
    assert len(rows) == len(office.where("tasks")) > 1
    first = document_from_json(ExtractDocument, rows[0].document)
    assert [one.addressee.name for one in first.letters] == [rows[0].addressee]
    assert entered(office, order).papers == ()
    assert {one.number for one in rows} == {""}
    typed = replace(order, said=LetterAdditions(number="۷", day=MONDAY))
    again = entered(office, typed)
    assert (again.papers, again.numbered) == ((), made.papers)
    assert {one.number for one in register(office)} == {"۷"}, "the row bears what the paper bears"
    assert entered(office, typed).numbered == ()
    (resolution,) = office.where("resolutions")
    notify(office.context, resolution.id, Notice(day=MONDAY, letter_number="۷"))
    office.clock.forward(days=2)
    assert entered(office, order).papers == ()
    with office.open_work() as work:
        assert len(papers_of(work, "resolution", resolution.id)) == len(rows)


def test_a_letter_that_went_out_in_another_template_is_the_same_letter(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = PaperOrder(kind=PaperKind.EXTRACT, meeting_id=_signed(office))
    with monkeypatch.context() as patch:
        patch.setattr(extract_document, "ExtractDocument", partial(ExtractDocument, template=2))
        made = entered(office, order)
    assert {one.template for one in register(office)} == {2}
    assert made.papers
    assert entered(office, order).papers == ()


def test_the_letter_that_was_printed_is_the_one_that_is_kept(office: Office) -> None:
    """It may stand on the screen until the next day, and is printed then as it was made."""
    _signed(office)
    (resolution,) = office.where("resolutions")
    notify(office.context, resolution.id, Notice(day=MONDAY))
    office.clock.forward(days=60)
    order = PaperOrder(kind=PaperKind.REMINDER)
    printed = paper_of(office.context, order)
    office.clock.forward(days=1)
    assert paper_of(office.context, order).document != printed.document
    register_letters(office.context, order, printed)
    kept = [document_from_json(ReminderDocument, one.document) for one in register(office)]
    assert kept == [replace(printed.document, letters=(one,)) for one in printed.document.letters]


def test_what_was_struck_enters_again_when_it_really_goes(office: Office) -> None:
    order = PaperOrder(kind=PaperKind.EXTRACT, meeting_id=_signed(office))
    made = entered(office, order)
    strike_letters(office.context, made.papers, "این نامه فرستاده نشد.")
    assert len(entered(office, order).papers) == len(made.papers)
    assert len(register(office)) == 2 * len(made.papers)


def test_what_was_struck_by_hand_keeps_the_others_from_nothing(office: Office) -> None:
    made = entered(office, PaperOrder(kind=PaperKind.EXTRACT, meeting_id=_signed(office)))
    strike_paper(office.context, made.papers[0], "نشانی نادرست", outgoing=True)
    strike_letters(office.context, made.papers, "فرستاده نشد")
    assert {one.struck_reason for one in register(office)[1:]} == {"فرستاده نشد"}
    assert register(office)[0].struck_reason == "نشانی نادرست"
    with refused("paper_struck"):
        strike_letters(office.context, made.papers, "باز")


def test_a_reminder_of_another_day_is_another_letter(office: Office) -> None:
    meeting_id = _signed(office)
    (resolution,) = office.where("resolutions")
    notify(office.context, resolution.id, Notice(day=MONDAY))
    assert meeting_id
    order = PaperOrder(kind=PaperKind.REMINDER)
    count = len(entered(office, order).papers)
    assert count == len({task.unit_id for task in office.where("tasks")})
    assert entered(office, order).papers == ()
    office.clock.forward(days=1)
    assert len(entered(office, order).papers) == count


def test_a_letter_of_a_day_to_come_is_no_letter_that_went_out(office: Office, records: Records) -> None:
    """Else a year that was mistyped would begin its register now."""
    before = records.commits
    tomorrow = LetterAdditions(subject="هماهنگی", day=office.clock.today() + timedelta(days=1))
    letter = PaperOrder(kind=PaperKind.LETTER, text="متن", to="فرماندار", said=tomorrow)
    with refused("letter_of_later_day"):
        entered(office, letter)
    assert records.commits == before


def test_what_is_a_draft_or_no_letter_to_anybody_enters_nothing(office: Office, records: Records) -> None:
    _, version_id = office.written(1)
    office.finalised(version_id)
    meeting_id = office.where("meetings")[0].id
    before = records.commits
    early = PaperOrder(kind=PaperKind.EXTRACT, meeting_id=meeting_id)
    assert entered(office, early).papers == ()
    assert entered(office, PaperOrder(kind=PaperKind.LETTER, text="متن")).papers == ()
    assert entered(office, PaperOrder(kind=PaperKind.MINUTES, meeting_id=meeting_id)).papers == ()
    assert records.commits == before
    letter = PaperOrder(kind=PaperKind.LETTER, text="متن", to="فرماندار", said=LetterAdditions(subject="هماهنگی"))
    assert len(entered(office, letter).papers) == 1
    assert [(one.addressee, one.subject) for one in register(office)] == [("فرماندار", "هماهنگی")]
    assert office.clock.today() + timedelta() == register(office)[0].day


def test_a_number_that_a_row_has_is_not_changed_by_another_on_paper(office: Office) -> None:
    letter = PaperOrder(kind=PaperKind.LETTER, text="متن", to="فرماندار", said=LetterAdditions(number="۵"))
    entered(office, letter)
    again = entered(office, replace(letter, said=LetterAdditions(number="۶")))
    assert (again.papers, again.numbered) == ((), ())
    assert [one.number for one in register(office)] == ["۵"]


def _patterned(office: Office, pattern: str = "د/{سریال}") -> None:
    with office.open_work() as work:
        work.put_settings(replace(work.settings(), outgoing_pattern=pattern))
        work.audit("changed", "office_setting", 1)
        work.commit()


def _borne(order: PaperOrder, document: Any) -> list[str]:
    """The numbers on the letters of a paper."""
    return [one.letterhead.number for one in single_letters(order.kind, document)]


@pytest.mark.parametrize("kind", [PaperKind.EXTRACT, PaperKind.REMINDER, PaperKind.LETTER])
def test_the_paper_bears_the_number_that_its_row_gets(office: Office, kind: PaperKind, records: Records) -> None:
    meeting_id = _signed(office)
    (resolution,) = office.where("resolutions")
    if kind is PaperKind.REMINDER:
        notify(office.context, resolution.id, Notice(day=MONDAY))
    _patterned(office)
    order = {
        PaperKind.EXTRACT: PaperOrder(kind=kind, meeting_id=meeting_id),
        PaperKind.REMINDER: PaperOrder(kind=kind),
        PaperKind.LETTER: PaperOrder(kind=kind, text="متن", to="فرماندار"),
    }[kind]
    before = records.commits
    paper, to_come = numbered(office.context, order, paper_of(office.context, order), entering=True)
    assert to_come > 0
    assert records.commits == before, "a paper that is given up takes no number"
    register_letters(office.context, order, paper)
    rows = register(office)
    count = len(rows)
    assert [latin_digits(one.number) for one in rows] == [f"د/{serial}" for serial in range(1, count + 1)]
    assert _borne(order, paper.document) == [one.number for one in rows]
    kept = [json.loads(one.document)["letterhead"]["number"] for one in rows]
    assert kept == [one.number for one in rows]
    again, to_come = numbered(office.context, order, paper_of(office.context, order))
    assert to_come == 0
    assert _borne(order, again.document) == [one.number for one in rows], "a reprint bears the number of its row"
    assert register_letters(office.context, order, again).papers == ()


def test_a_number_that_was_typed_stays_on_the_paper(office: Office) -> None:
    _patterned(office)
    letter = PaperOrder(kind=PaperKind.LETTER, text="متن", to="فرماندار", said=LetterAdditions(number="۵"))
    paper = paper_of(office.context, letter)
    assert numbered(office.context, letter, paper, entering=True) == (paper, 1)


def test_what_enters_no_register_is_given_no_number(office: Office) -> None:
    _patterned(office)
    tomorrow = LetterAdditions(day=office.clock.today() + timedelta(days=1))
    for order in (
        PaperOrder(kind=PaperKind.LETTER, text="متن"),
        PaperOrder(kind=PaperKind.LETTER, text="متن", to="فرماندار", said=tomorrow),
    ):
        paper = paper_of(office.context, order)
        assert numbered(office.context, order, paper)[0] == paper
    order = PaperOrder(kind=PaperKind.LETTER, text="متن", to="فرماندار")
    paper = paper_of(office.context, order)
    assert numbered(replace(office.context, writable=False), order, paper) == (paper, 0)
