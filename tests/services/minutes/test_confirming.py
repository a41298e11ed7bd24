"""«تأیید صورت‌جلسهٔ پیشین»: by the item of the agenda, once, and told in both minutes."""

from __future__ import annotations

from datetime import timedelta

from desktop_app.domain.rules.meetings import AgendaItem, AgendaKind
from desktop_app.domain.rules.minutes import MinutesActKind
from desktop_app.services.meetings.agenda import add_item
from desktop_app.services.minutes.paper_sheet import confirm_previous, confirmed_by
from desktop_app.services.versions.amending import amend
from desktop_app.services.versions.signing import sign_all
from desktop_app.services.versions.versions import earlier_minutes
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office

WORDS = "صورت‌جلسهٔ جلسهٔ ۱ تأیید شد."


def second_meeting(office: Office) -> tuple[int, int, int]:
    """A later meeting in session: its id, its draft, and its item about the earlier minutes."""
    office.clock.forward(days=28)
    meeting_id = office.in_session(MONDAY + timedelta(days=28))
    item = AgendaItem(
        committee_id=office.committee,
        meeting_id=meeting_id,
        ordinal=0,
        title="تأیید صورت‌جلسهٔ پیشین",
        kind=AgendaKind.PREVIOUS_MINUTES,
    )
    return meeting_id, office.draft(meeting_id), add_item(office.context, item).id


def test_the_earlier_minutes_are_confirmed_and_both_tell_of_it(office: Office) -> None:
    _, earlier = office.written(1)
    office.finalised(earlier)
    meeting_id, version_id, item_id = second_meeting(office)
    assert confirm_previous(office.context, version_id, item_id, WORDS).id == earlier
    act = office.where("minutes_acts", minutes_version_id=earlier)[-1]
    assert (act.kind, act.meeting_id, act.actor) == (MinutesActKind.CONFIRMED, meeting_id, "کارشناس")
    (note,) = office.where("clauses", minutes_version_id=version_id)
    assert (note.text, note.agenda_item_id) == (WORDS, item_id)
    with office.open_work() as work:
        by = confirmed_by(work, work.versions.get(earlier))
        found = earlier_minutes(work, work.meetings.get(meeting_id))
    assert by is not None
    assert (by.meeting_number, by.day) == (2, MONDAY + timedelta(days=28))
    assert found is not None
    assert (found.meeting_number, found.confirmed) == (1, True)
    with refused("confirmed_already", number=1):
        confirm_previous(office.context, version_id, item_id, WORDS)


def test_what_cannot_be_confirmed(office: Office) -> None:
    _, earlier = office.written(0)
    meeting_id, version_id, item_id = second_meeting(office)
    with refused("confirm_not_final", number=1):
        confirm_previous(office.context, version_id, item_id, WORDS)
    office.finalised(earlier)
    with refused("confirm_wrong_item"):
        confirm_previous(office.context, version_id, office.items(meeting_id)[0], WORDS)
    assert office.where("clauses", minutes_version_id=version_id) == ()


def test_the_first_meeting_has_nothing_to_confirm(office: Office) -> None:
    _, version_id, item_id = second_meeting(office)
    with refused("confirm_nothing"):
        confirm_previous(office.context, version_id, item_id, WORDS)


def test_while_a_correction_is_written_the_signed_minutes_are_the_earlier_ones(office: Office) -> None:
    _, earlier = office.written(1)
    office.finalised(earlier)
    sign_all(office.context, earlier, MONDAY, asked=True)
    draft = amend(office.context, earlier, "نام مجری نادرست بود").id
    meeting_id, version_id, item_id = second_meeting(office)
    with office.open_work() as work:
        told = earlier_minutes(work, work.meetings.get(meeting_id))
    assert told is not None
    assert told.version_id == earlier
    assert confirm_previous(office.context, version_id, item_id, WORDS).id == earlier
    office.finalised(draft)
    with office.open_work() as work:
        told = earlier_minutes(work, work.meetings.get(meeting_id))
    assert told is not None
    assert (told.version_id, told.confirmed) == (draft, False)
