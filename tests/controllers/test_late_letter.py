"""A party that has named nobody in time is reminded by a letter that is ready to be sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.read_models.members_sheet import MembersSheet
from desktop_app.domain.rules.members import PartyClock
from desktop_app.services.documents.papers import paper_of
from desktop_app.services.members.members_sheet import members_sheet
from desktop_app.services.registers.sent_letters import register_letters
from desktop_app.window.kit.members_format import clock_sentence
from desktop_app.window.members.controller import late_letter
from desktop_app.window.members.page import MembersPage
from desktop_app.window.members.shown import LATE
from tests.services.office_steps import Office


def late(office: Office) -> MembersSheet:
    """The second party has named nobody, four days after its three weeks."""
    sheet = members_sheet(office.context)
    due = sheet.today - timedelta(days=4)
    first, second = sheet.parties
    clock = PartyClock(due=due, introduced_on=None, days_late=4, days_left=0)
    signed = due - timedelta(days=21)
    return replace(sheet, signed_on=signed, parties=(first, replace(second, clock=clock)))


def test_the_letter_goes_to_whoever_signed_and_enters_the_register(office: Office) -> None:
    sheet = late(office)
    party = sheet.parties[1].party
    order = late_letter(sheet, party.id)
    assert order is not None
    assert (order.kind, order.to) == (PaperKind.LETTER, party.signatory or party.name)
    paper = paper_of(office.context, order)
    assert "۴ روز از این مهلت گذشته" in paper.document.paragraphs[0]
    assert len(register_letters(office.context, order, paper).papers) == 1
    (sent,) = office.where("outgoing_papers")
    assert sent.subject == "معرفی نمایندگان در کمیتهٔ مشترک"
    (link,) = office.where("paper_links")
    assert (link.outgoing_paper_id, link.record_kind) == (sent.id, "party")
    assert late_letter(sheet, sheet.parties[0].party.id) is None


def test_a_letter_to_somebody_else_is_not_about_the_party(office: Office) -> None:
    sheet = late(office)
    order = late_letter(sheet, sheet.parties[1].party.id)
    assert order is not None
    other = replace(order, to=office.get("units", office.units[0]).name)
    register_letters(office.context, other, paper_of(office.context, other))
    assert [one.record_kind for one in office.where("paper_links")] == ["unit"]


def test_the_page_tells_the_day_on_which_a_late_party_was_reminded(office: Office) -> None:
    party = members_sheet(office.context).parties[1].party
    seats = {one.id for one in office.where("seats", party_id=party.id)}
    for one in office.where("nominations"):
        if one.seat_id in seats:
            office.put("nominations", replace(one, letter_day=None))
    sheet = members_sheet(office.context)
    assert "یادآوری" not in clock_sentence(sheet.parties[1]).text
    order = late_letter(sheet, party.id)
    assert order is not None
    register_letters(office.context, order, paper_of(office.context, order))
    told = clock_sentence(members_sheet(office.context).parties[1]).text
    assert told.endswith("یادآوری شد: ۱۱ اردیبهشت ۱۴۰۲، صادرهٔ ۱۴۰۲/۱")


def test_only_a_party_that_is_late_is_offered(office: Office) -> None:
    page = MembersPage(office.clock.today)
    asked: list[int] = []
    page.signals.late_letter_requested.connect(asked.append)
    page.show_sheet(late(office))
    keys = [one.objectName() for one in page.ui.actions.menu().actions()]
    wanted = f"{LATE}{late(office).parties[1].party.id}"
    assert keys == ["act_copy", f"act_{wanted}"]
    page.ui.actions.act_requested.emit(wanted)
    assert asked == [late(office).parties[1].party.id]
    page.show_sheet(members_sheet(office.context))
    assert [one.objectName() for one in page.ui.actions.menu().actions()] == ["act_copy"]
    page.show_sheet(replace(late(office), read_only=True))
    only = [one.objectName() for one in page.ui.actions.menu().actions()]
    assert only == ["act_copy"], "of data that are only looked at no letter is sent"
    page.deleteLater()
