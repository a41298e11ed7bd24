"""The agenda pack: agenda with background, the report as of the day, the minutes before, what is cited."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop_app.domain.documents.letter_lines import LetterAdditions
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.services.documents.agenda_pack_document import agenda_pack_paper
from desktop_app.services.documents.documents import meeting_of_number, minutes_paper
from desktop_app.services.documents.invitation_document import invitation_paper
from desktop_app.services.meetings.agenda import save_item
from desktop_app.services.versions.amending import amend
from desktop_app.services.versions.signing import sign_all
from tests.refusing import refused
from tests.services.demo_office import demo_office
from tests.services.office_steps import Office


def test_the_pack_of_the_coming_meeting(demo_folder: Path) -> None:
    with demo_office(demo_folder) as context:
        paper = agenda_pack_paper(context, meeting_of_number(context, 6))
    document = paper.document
    assert [item.kind for item in document.items][:2] == ["follow_up", "topic"]
    assert (len(document.follow_up), document.as_of) == (8, "2023-05-13")
    assert sorted(line.late for line in document.follow_up)[-2:] == [3, 83]
    assert [line.number for line in document.cited] == ["۱۴۰۱/۲/۲"]
    assert document.previous is not None
    assert (document.previous.number, document.previous.state, document.previous.resolutions) == (5, "final", 1)
    assert (document.chair, document.secretary) == ("بهمن سروستانه", "یاشار کوهبنانه")
    assert (paper.imprint.sample, document.previous.code) == (True, "")
    backgrounds = [item.background for item in document.items]
    assert [len(one) for one in backgrounds] == [0, 2, 2, 1, 0]
    assert "۱۴۰۲/۵/۱" in backgrounds[2][0]
    assert document.items[1].origin == 5, "it was not reached there"
    assert "{" not in str(backgrounds)


def test_items_about_earlier_resolutions_show_them_as_of_the_meeting(demo_folder: Path) -> None:
    with demo_office(demo_folder) as context:
        document = agenda_pack_paper(context, meeting_of_number(context, 5)).document
    about = [item.about for item in document.items]
    assert [line.number if line else "" for line in about] == ["", "۱۴۰۱/۳/۲", "۱۴۰۱/۳/۱", "", "", ""]
    assert about[1] is not None
    assert (about[1].due, about[1].late) == ("2023-03-15", 47)
    assert document.as_of == "2023-05-01"


def test_the_pack_tells_the_background_of_each_item_a_paragraph_a_line(office: Office) -> None:
    meeting_id = office.convened()
    _tell(office, office.items(meeting_id)[1], "سابقهٔ یک\n\nسابقهٔ دو")
    document = agenda_pack_paper(office.context, meeting_id, LetterAdditions(note="بخوانید")).document
    assert [item.background for item in document.items] == [(), ("سابقهٔ یک", "سابقهٔ دو"), ()]
    assert document.note == ("بخوانید",)


def test_neither_the_invitation_nor_the_minutes_tell_the_background(office: Office) -> None:
    meeting_id, version_id = office.written()
    _tell(office, office.items(meeting_id)[1], "سابقهٔ یک")
    papers = (
        invitation_paper(office.context, meeting_id).document,
        minutes_paper(office.context, version_id).document,
        agenda_pack_paper(office.context, meeting_id).document,
    )
    assert ["سابقهٔ یک" in str(document) for document in papers] == [False, False, True]


def _tell(office: Office, item_id: int, background: str) -> None:
    save_item(office.context, replace(office.get("agenda", item_id), background=background))


def test_the_first_meeting_has_nothing_before_it(office: Office) -> None:
    document = agenda_pack_paper(office.context, office.convened()).document
    assert (document.follow_up, document.previous, document.cited) == ((), None, ())
    assert (document.chair, document.secretary) == ("شخص 1", "شخص 3")


def test_frozen_minutes_before_it_are_named_with_their_code(office: Office) -> None:
    _, version_id = office.written(2)
    done = office.finalised(version_id)
    meeting_id = office.convened(date(2023, 6, 12))
    document = agenda_pack_paper(office.context, meeting_id).document
    assert document.previous is not None
    assert (document.previous.code, document.previous.resolutions, document.previous.confirmed) == (done.code, 2, False)


def test_a_resolution_that_cites_is_listed_with_its_citation(office: Office) -> None:
    version_id = office.draft(office.held())
    office.decide(version_id, office.where("agenda")[1].id, upstream_id=office.upstream)
    office.finalised(version_id)
    document = agenda_pack_paper(office.context, office.convened(date(2023, 6, 12))).document
    assert [(line.number, line.citation) for line in document.cited] == [("۱۴۰۲/۱/۱", "«طرح کلان»")]


def test_what_a_correction_cites_is_not_listed_before_it_is_final(office: Office) -> None:
    version_id = office.draft(office.held())
    office.decide(version_id, office.where("agenda")[1].id, upstream_id=office.upstream)
    office.decide(version_id, office.where("agenda")[2].id)
    office.finalised(version_id)
    sign_all(office.context, version_id, office.clock.today(), asked=True)
    draft = amend(office.context, version_id, "سند بالادستی نادرست بود").id
    first, second = office.where("clauses", minutes_version_id=draft)
    office.put("clauses", replace(first, upstream_id=None))
    office.put("clauses", replace(second, upstream_id=office.upstream))
    meeting_id = office.convened(date(2023, 6, 12))
    document = agenda_pack_paper(office.context, meeting_id).document
    assert [line.number for line in document.cited] == ["۱۴۰۲/۱/۱"]
    office.finalised(draft)
    document = agenda_pack_paper(office.context, meeting_id).document
    assert [line.number for line in document.cited] == ["۱۴۰۲/۱/۲"], "nor after it no longer does"


def test_drafts_and_cancelled_meetings(office: Office) -> None:
    meeting_id = office.planned()
    assert agenda_pack_paper(office.context, meeting_id).imprint.draft
    office.move(meeting_id, MeetingState.CANCELLED, reason="تعطیل")
    with refused("paper_of_cancelled", "meeting"):
        agenda_pack_paper(office.context, meeting_id)
