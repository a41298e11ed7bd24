"""The registers over a real folder: numbers, corrections, striking, search, and what is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.domain.calendar.jalali import year_of
from desktop_app.domain.outcome import Outcome
from desktop_app.domain.papers import Classification
from desktop_app.domain.read_models.history import RecordKey
from desktop_app.domain.read_models.listing import Filter, FilterKey, ListQuery, RegisterView, register_line
from desktop_app.domain.rules.files import FileOwner, FileRole, RecordRef
from desktop_app.domain.rules.invitations import Sending, SendingWay
from desktop_app.domain.rules.registered_papers import Delivery, IncomingPaper, OutgoingPaper
from desktop_app.domain.text.digits import latin_digits
from desktop_app.services import lists
from desktop_app.services.files.owners import NewFile, attach, files_sheet
from desktop_app.services.history.history import record_named
from desktop_app.services.history.undo import redo, rows_to_undo, undo
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.registers import papers
from desktop_app.services.registers.invitations import send_invitations
from desktop_app.services.registers.register_sheet import register_sheet, register_years
from tests import stored_rows
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office
from tests.services.prepared import save_settings
from tests.services.records import Records


def came(office: Office, **other: object) -> IncomingPaper:
    """A letter of a unit that came in today."""
    typed = IncomingPaper(number="۱۲/۳", received_on=office.clock.today(), sender="واحد ۱", subject="گزارش")
    return replace(typed, **other)  # type: ignore[arg-type]


def went(office: Office, **other: object) -> OutgoingPaper:
    """A letter that was made elsewhere and went out today."""
    day = office.clock.today()
    typed = OutgoingPaper(day=day, addressee="استانداری", subject="پیگیری", way=SendingWay.POST)
    return replace(typed, **other)  # type: ignore[arg-type]


def stored(office: Office, made: Outcome) -> IncomingPaper:
    found: IncomingPaper = office.get("incoming_papers", made.id)
    return found


def test_each_register_counts_for_itself_and_begins_anew_every_year(office: Office) -> None:
    today = office.clock.today()
    first = stored(office, papers.record_incoming(office.context, came(office)))
    last_year = stored(
        office,
        papers.record_incoming(office.context, came(office, received_on=today - timedelta(days=365), day=None)),
    )
    second = stored(office, papers.record_incoming(office.context, came(office, number="۱۲/۴")))
    sent = office.get("outgoing_papers", papers.record_outgoing(office.context, went(office)).id)
    assert [(one.year, one.row) for one in (first, last_year, second, sent)] == [
        (first.year, 1),
        (first.year - 1, 1),
        (first.year, 2),
        (first.year, 1),
    ]
    assert register_years(office.context) == (first.year, first.year - 1)


def test_what_cannot_be_so_is_refused_beside_its_field(office: Office, records: Records) -> None:
    before, today = records.commits, office.clock.today()
    for key, field, wrong in (
        ("paper_without_sender", "sender", {"sender": " "}),
        ("paper_without_subject", "subject", {"subject": ""}),
        ("paper_after_today", "received_on", {"received_on": today + timedelta(days=1)}),
        ("paper_received_before_written", "day", {"day": today + timedelta(days=1)}),
        ("glyph_missing", "subject", {"subject": "گزارش 😀"}),
    ):
        with refused(key, field):
            papers.record_incoming(office.context, came(office, **wrong))
    early: dict[str, object] = {"received_by": "خانم کیا", "received_on": today - timedelta(days=1)}
    for refusal, place, told in (
        ("paper_without_addressee", "addressee", {"addressee": ""}),
        ("receipt_without_day", "received_on", {"received_by": "خانم کیا"}),
        ("receipt_before_sending", "received_on", early),
    ):
        with refused(refusal, place):
            papers.record_outgoing(office.context, went(office, **told))
    assert records.commits == before


def test_a_paper_has_its_scan_as_a_letter_under_its_own_class(office: Office, records: Records) -> None:
    scan = NewFile(records.folder.files.take_bytes(b"%PDF-1.4 scan"), "نامه.pdf")
    made = papers.record_incoming(office.context, came(office, classification=Classification.CONFIDENTIAL))
    record = RecordRef(FileOwner.INCOMING, made.id)
    attach(office.context, record, (scan,), unnamed="نامه")
    sheet = files_sheet(office.context, record)
    (group,) = sheet.groups
    assert [(line.link.name, line.link.role) for line in group.lines] == [("نامه.pdf", FileRole.LETTER)]
    assert group.classification is Classification.CONFIDENTIAL
    assert lists.REGISTERS.rows(office.context, lists.REGISTERS.ids(office.context))[0].file_count == 1


def test_papers_of_one_subject_are_called_by_whom_they_are_from_or_to(office: Office) -> None:
    to = [papers.record_outgoing(office.context, went(office, addressee=one)).id for one in ("استانداری", "خانم کیا")]
    sender = papers.record_incoming(office.context, came(office)).id
    keys = [*(RecordKey("outgoing_paper", one) for one in to), RecordKey("incoming_paper", sender)]
    names = [record_named(office.context, key).text for key in keys]
    assert names == ["استانداری – پیگیری", "خانم کیا – پیگیری", "واحد ۱ – گزارش"]


def test_a_correction_is_audited_and_taken_back(office: Office, records: Records) -> None:
    paper = stored(office, papers.record_incoming(office.context, came(office)))
    with office.open_work() as work:
        before = stored_rows.rows(work)
    made = papers.correct_incoming(office.context, replace(paper, subject="گزارش ماه"), seen=paper)
    assert records.audit[-1].facts["before"] == {"subject": "گزارش"}
    assert lists.REGISTERS.ids(office.context, ListQuery(search="ماه")) == (register_line(paper.id, outgoing=False),)
    again = redo(office.context, rows_to_undo(undo(office.context, rows_to_undo(made.written)).written))
    undo(office.context, rows_to_undo(again.written))
    with office.open_work() as work:
        assert stored_rows.rows(work) == before
    with refused("changed_elsewhere"):
        papers.correct_incoming(office.context, replace(paper, subject="ب"), seen=replace(paper, subject="پ"))
    with refused("paper_of_other_year", "received_on"):
        other = replace(paper, received_on=paper.received_on - timedelta(days=400), day=None)
        papers.correct_incoming(office.context, other)


def test_what_is_struck_keeps_its_row_and_comes_back_only_where_it_came_in(office: Office) -> None:
    paper = stored(office, papers.record_incoming(office.context, came(office)))
    with refused("striking_without_reason", "reason"):
        papers.strike_paper(office.context, paper.id, "  ", outgoing=False)
    made = papers.strike_paper(office.context, paper.id, "دوباره ثبت شده بود", outgoing=False)
    assert stored(office, made).struck_reason == "دوباره ثبت شده بود"
    with refused("paper_struck"):
        papers.correct_incoming(office.context, paper)
    undo(office.context, rows_to_undo(made.written))
    assert stored(office, made) == paper
    sent = papers.record_outgoing(office.context, went(office))
    struck = papers.strike_paper(office.context, sent.id, "فرستاده نشد", outgoing=True)
    with refused("paper_struck"):
        undo(office.context, rows_to_undo(struck.written))
    with refused("paper_struck"):
        papers.strike_paper(office.context, sent.id, "باز", outgoing=True)
    assert stored(office, papers.record_incoming(office.context, came(office, number="۱۲/۴"))).row == 2


def test_the_same_letter_is_not_registered_twice(office: Office) -> None:
    day = office.clock.today() - timedelta(days=2)
    first = papers.record_incoming(office.context, came(office, day=day, sender="ادارهٔ کلِ راه و شهرسازی"))
    again = came(office, day=day, number="12/3 ", sender="اداره‌ي كل راه و شهر سازی")
    with refused("paper_registered_already", "number", row=1):
        papers.record_incoming(office.context, again)
    for other in ({"sender": "واحد ۲"}, {"number": "۱۲/۴"}, {"day": day - timedelta(days=1)}, {"day": None}):
        papers.record_incoming(office.context, replace(again, **other))
    for _time in range(2):
        papers.record_incoming(office.context, replace(again, number="بی‌شماره"))
        papers.record_incoming(office.context, replace(again, number=""))
    struck = papers.strike_paper(office.context, first.id, "اشتباه", outgoing=False)
    papers.record_incoming(office.context, again)
    with refused("paper_registered_already"):
        undo(office.context, rows_to_undo(struck.written))


def test_how_several_went_and_who_received_them_is_told_at_once(office: Office) -> None:
    untold = went(office, way=SendingWay.OTHER)
    ids = [papers.record_outgoing(office.context, one).id for one in (untold, untold, went(office), untold)]
    papers.strike_paper(office.context, ids[3], "فرستاده نشد", outgoing=True)
    told = Delivery(way=SendingWay.BY_HAND, received_by=" خانم کیا ", received_on=office.clock.today())
    made = papers.note_deliveries(office.context, ids, told)
    assert [(one.way, one.received_by) for one in office.where("outgoing_papers")] == [
        (SendingWay.BY_HAND, "خانم کیا"),
        (SendingWay.BY_HAND, "خانم کیا"),
        (SendingWay.POST, "خانم کیا"),
        (SendingWay.OTHER, ""),
    ]
    other = replace(told, received_by="آقای راد")
    with refused("deliveries_told_already"):
        papers.note_deliveries(office.context, ids, other)
    undo(office.context, rows_to_undo(made.written))
    assert {one.received_by for one in office.where("outgoing_papers")} == {""}
    for key, field, wrong in (
        ("delivery_untold", "way", Delivery()),
        ("receipt_without_name", "received_by", Delivery(received_on=office.clock.today())),
        ("receipt_without_day", "received_on", Delivery(received_by="خانم کیا")),
    ):
        with refused(key, field):
            papers.note_deliveries(office.context, ids, wrong)


def test_a_way_is_mended_but_not_that_of_an_invitation(office: Office) -> None:
    sent: OutgoingPaper = office.get("outgoing_papers", papers.record_outgoing(office.context, went(office)).id)
    papers.note_delivery(office.context, replace(sent, way=SendingWay.FAX), seen=sent)
    assert office.get("outgoing_papers", sent.id).way is SendingWay.FAX
    meeting_id = office.convened()
    key = meeting_sheet(office.context, meeting_id).invitees[0].key
    sending = Sending(invitees=(key,), day=office.clock.today(), way=SendingWay.BY_HAND)
    send_invitations(office.context, meeting_id, sending)
    invitation = office.where("outgoing_papers")[-1]
    with refused("way_of_invitation", "way"):
        papers.note_delivery(office.context, replace(invitation, way=SendingWay.FAX))


def test_who_received_a_paper_is_told_later_and_taken_back(office: Office) -> None:
    sent: OutgoingPaper = office.get("outgoing_papers", papers.record_outgoing(office.context, went(office)).id)
    told = replace(sent, received_by="خانم کیا", received_on=sent.day)
    made = papers.note_delivery(office.context, replace(told, subject="چیز دیگر"), seen=sent)
    assert office.get("outgoing_papers", sent.id) == told
    undo(office.context, rows_to_undo(made.written))
    assert office.get("outgoing_papers", sent.id) == sent


def test_a_number_that_comes_later_is_entered_once(office: Office) -> None:
    bare: OutgoingPaper = office.get(
        "outgoing_papers", papers.record_outgoing(office.context, went(office, number="")).id
    )
    made = papers.note_delivery(office.context, replace(bare, number=" ۱۲/۴۵ "), seen=bare)
    numbered: OutgoingPaper = office.get("outgoing_papers", bare.id)
    assert numbered == replace(bare, number="۱۲/۴۵")
    with refused("number_given_once"):
        undo(office.context, rows_to_undo(made.written))
    papers.note_delivery(office.context, replace(numbered, number="۹", note="رفت"), seen=numbered)
    assert office.get("outgoing_papers", bare.id) == replace(numbered, note="رفت")


def test_a_number_of_the_pattern_never_runs_ahead_of_its_row(office: Office) -> None:
    with office.open_work() as work:
        work.put_settings(replace(work.settings(), outgoing_pattern="{سال}/{ردیف}"))
        work.audit("changed", "office_setting", 1)
        work.commit()
    year = year_of(office.clock.today())
    papers.record_outgoing(office.context, went(office, number=f"{year}/2"))
    for _letter in range(2):
        papers.record_outgoing(office.context, went(office, number=""))
    numbers = [latin_digits(one.number) for one in office.where("outgoing_papers")]
    assert numbers == [f"{year}/2", "", f"{year}/3"], "the second row's own number was typed before"


def test_the_list_answers_views_filters_orders_and_search(office: Office) -> None:
    today = office.clock.today()
    old = papers.record_incoming(office.context, came(office, received_on=today - timedelta(days=400), day=None))
    papers.record_incoming(office.context, came(office, sender="دفترفناوری", number="۹۹/۱۰۴", subject="تمدید"))
    sent = papers.record_outgoing(
        office.context, went(office, classification=Classification.SECRET, way=SendingWay.FAX)
    )
    papers.strike_paper(office.context, old.id, "اشتباه", outgoing=False)

    def lines(**asked: object) -> list[tuple[bool, str]]:
        ids = lists.REGISTERS.ids(office.context, ListQuery(**asked))  # type: ignore[arg-type]
        return [(one.outgoing, one.subject) for one in lists.REGISTERS.rows(office.context, ids)]

    assert lines() == [(False, "تمدید"), (True, "پیگیری"), (False, "گزارش")]
    assert lines(sort="day")[0] == (False, "گزارش")
    assert lines(view=RegisterView.UNLINKED.value) == [(False, "تمدید")]
    assert lines(search="دفتر فناوری") == lines(search="99/104") == [(False, "تمدید")]
    assert lines(filters=(Filter(FilterKey.CLASSIFICATION, "secret"),)) == [(True, "پیگیری")]
    assert lines(filters=(Filter(FilterKey.WAY, "fax"),)) == [(True, "پیگیری")]
    year = str(office.get("outgoing_papers", sent.id).year)
    assert len(lines(filters=(Filter(FilterKey.YEAR, year),))) == 2
    counts = {"all": 3, "incoming": 2, "outgoing": 1, "unlinked": 1, "waiting": 0, "struck": 1}
    assert lists.REGISTERS.view_counts(office.context) == counts
    with refused("list_cannot"):
        lines(filters=(Filter(FilterKey.YEAR, "چه"),))


def test_numbers_follow_the_pattern_and_repeat_none_that_was_typed(office: Office) -> None:
    with office.open_work() as work:
        work.put_settings(replace(work.settings(), outgoing_pattern="د/{سریال}"))
        work.audit("changed", "office_setting", 1)
        work.commit()

    def number(**other: object) -> str:
        made = papers.record_outgoing(office.context, went(office, **other))
        found: OutgoingPaper = office.get("outgoing_papers", made.id)
        return found.number

    assert number() == "د/۱"
    assert number(number="د/۳") == "د/۳"
    assert number() == "د/۴"
    assert number(number="د/5") == "د/5"
    assert number() == "د/۶", "the same number in other digits"


def test_a_sheet_shows_one_paper(office: Office) -> None:
    made = papers.record_incoming(office.context, came(office, day=MONDAY - timedelta(days=3)))
    sheet = register_sheet(office.context, register_line(made.id, outgoing=False))
    assert (sheet.outgoing, sheet.about, sheet.today) == (False, (), office.clock.today())
    with refused("record_unknown"):
        register_sheet(office.context, register_line(99, outgoing=True))


@pytest.mark.parametrize("kind", ["incoming_papers", "outgoing_papers"])
def test_no_row_of_a_register_is_ever_removed(office: Office, kind: str) -> None:
    papers.record_incoming(office.context, came(office))
    papers.record_outgoing(office.context, went(office))
    with office.open_work() as work, refused("record_kept"):
        getattr(work, kind).remove(1)


def test_the_settings_take_a_pattern_of_letters_and_refuse_one_that_repeats(office: Office) -> None:
    with office.open_work() as work:
        settings = work.settings()
    with refused("outgoing_pattern_can_repeat", "outgoing_pattern"):
        save_settings(office.context, replace(settings, outgoing_pattern="{سال}"))
    save_settings(office.context, replace(settings, outgoing_pattern=" {سال}/{ردیف} "))
    made = papers.record_outgoing(office.context, went(office))
    found: OutgoingPaper = office.get("outgoing_papers", made.id)
    assert latin_digits(found.number) == f"{found.year}/{found.row}"
