"""The registers on paper, and what a round carries out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from desktop_app.domain.papers import Classification
from desktop_app.domain.read_models.listing import Filter, FilterKey, ListQuery, RegisterView
from desktop_app.domain.rules.invitations import SendingWay
from desktop_app.printing.words.field_words import WORDING
from desktop_app.services.documents.paper_choices import paper_choices
from desktop_app.services.documents.papers import delivery_slip_paper
from desktop_app.services.documents.register_document import letters_register_paper
from desktop_app.services.registers import papers
from desktop_app.words.history import quoted
from desktop_app.words.invitations import WAYS
from tests.refusing import refused
from tests.services.office_steps import PAPER, Office, context_of
from tests.services.registers.test_registers import came, went


def test_the_register_shows_every_row_from_the_oldest_with_what_was_struck(office: Office) -> None:
    today = office.clock.today()
    wrong = papers.record_incoming(office.context, came(office, received_on=today - timedelta(days=2), day=None))
    papers.strike_paper(office.context, wrong.id, "دوباره ثبت شد", outgoing=False)
    papers.record_outgoing(office.context, went(office, classification=Classification.SECRET))
    document = letters_register_paper(office.context).document
    assert [(one.outgoing, one.row, one.struck) for one in document.entries] == [
        (False, 1, "دوباره ثبت شد"),
        (True, 1, ""),
    ]
    assert (document.view, document.letterhead.classification) == ("all", "secret")


def test_what_a_list_shows_is_what_is_printed(office: Office) -> None:
    papers.record_incoming(office.context, came(office))
    papers.record_outgoing(office.context, went(office))
    one = letters_register_paper(office.context, query=ListQuery(view=RegisterView.INCOMING.value)).document
    assert (one.view, len(one.entries)) == ("incoming", 1)
    part = letters_register_paper(office.context, query=ListQuery(search="پیگیری")).document
    assert (part.view, [entry.subject for entry in part.entries]) == ("all", ["پیگیری"])
    year = office.where("incoming_papers")[0].year
    assert letters_register_paper(office.context, year - 3).document.entries == ()


def test_a_part_says_what_it_was_narrowed_to(office: Office) -> None:
    papers.record_outgoing(office.context, went(office, classification=Classification.SECRET))
    context = context_of(office.open_work, office.clock, replace(PAPER, history=WORDING))
    filters = (Filter(FilterKey.YEAR, "1402"), Filter(FilterKey.MONTH, "1402-02"), Filter(FilterKey.WAY, "by_hand"))
    query = ListQuery(view=RegisterView.STRUCK.value, filters=filters, search="پیگیری")
    told = ("خط‌خورده", "ماه: اردیبهشت ۱۴۰۲", f"روش ارسال: {WAYS['by_hand']}", f"جست‌وجو: {quoted('پیگیری')}")
    assert letters_register_paper(context, 1402, query).document.asked == told, "the year stands in the title"
    document = letters_register_paper(
        context, query=ListQuery(filters=(Filter(FilterKey.CLASSIFICATION, "secret"),))
    ).document
    assert document.asked == ("طبقه‌بندی: خیلی محرمانه",)
    assert letters_register_paper(context).document.asked == ()
    incoming_alone = ListQuery(view=RegisterView.INCOMING.value, filters=filters[:1])
    assert letters_register_paper(context, 1402, incoming_alone).document.asked == ()


def test_a_slip_carries_what_goes_by_hand_and_nobody_has_received(office: Office) -> None:
    with refused("delivery_of_nothing"):
        delivery_slip_paper(office.context)
    today = office.clock.today()
    papers.record_outgoing(office.context, went(office, addressee="پستی", way=SendingWay.POST))
    papers.record_outgoing(office.context, went(office, addressee="دستی", way=SendingWay.BY_HAND))
    received = went(office, addressee="رسیده", way=SendingWay.BY_HAND, received_by="خانم کیا", received_on=today)
    papers.record_outgoing(office.context, received)
    struck = papers.record_outgoing(office.context, went(office, addressee="خط‌خورده", way=SendingWay.BY_HAND))
    papers.strike_paper(office.context, struck.id, "نرفت", outgoing=True)
    papers.record_incoming(office.context, came(office))
    lines = delivery_slip_paper(office.context).document.lines
    assert [(one.addressee, one.row) for one in lines] == [("دستی", 2)]
    chosen = delivery_slip_paper(office.context, papers=(1, 2, 3, 4)).document.lines
    assert [one.addressee for one in chosen] == ["پستی", "دستی"], "what was chosen goes whatever way is recorded"


def test_a_slip_has_the_highest_class_of_what_it_carries(office: Office) -> None:
    for classification in (Classification.NORMAL, Classification.SECRET, Classification.CONFIDENTIAL):
        papers.record_outgoing(office.context, went(office, classification=classification, way=SendingWay.BY_HAND))
    slip = delivery_slip_paper(office.context)
    assert slip.document.letterhead.classification == "secret"
    assert delivery_slip_paper(office.context, papers=(1, 3)).document.letterhead.classification == "confidential"


def test_a_slip_is_of_the_letters_of_one_day(office: Office) -> None:
    today = office.clock.today()
    for addressee, days in (("سه روز پیش", 3), ("امروز", 0), ("امروز هم", 0)):
        way = SendingWay.OTHER if days else SendingWay.BY_HAND
        papers.record_outgoing(office.context, went(office, addressee=addressee, day=today - timedelta(days), way=way))
    document = delivery_slip_paper(office.context, today).document
    assert [one.addressee for one in document.lines] == ["امروز", "امروز هم"]
    assert paper_choices(office.context).sent == ((today, 2), (today - timedelta(3), 1))
    with refused("delivery_of_nothing", "sent_on"):
        delivery_slip_paper(office.context, today - timedelta(1))
    assert len(delivery_slip_paper(office.context).document.lines) == 3
