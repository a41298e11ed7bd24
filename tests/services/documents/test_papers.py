"""Every kind of paper by its order over the demo data: what it needs, what it takes, and how it is set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.domain.calendar.jalali import JalaliMonth
from desktop_app.domain.documents.appearance import Typography
from desktop_app.domain.documents.paper_kinds import ORDERED_BY_HAND, PaperKind
from desktop_app.domain.documents.paper_orders import (
    FORMS,
    ListTable,
    MeetingChoice,
    OrderPart,
    PaperChoices,
    PaperOrder,
    usual_meeting,
)
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.printing.paper_renderer import WORD, stem
from desktop_app.services.demo.demo_story import StoryClock
from desktop_app.services.documents.paper_choices import (
    invitees_offered,
    paper_choices,
    resolution_numbered,
    unit_named,
)
from desktop_app.services.documents.papers import BUILDERS, paper_of
from desktop_app.services.office.settings import print_setup, save_print_setup
from desktop_app.words.refusals import sentence
from tests.conftest import DEMO_DAY, ROOT
from tests.services.office_steps import Office
from tests.whole import deciding


@pytest.fixture
def demo(demo_folder: Path) -> Iterator[wiring.Office]:
    """The demo's office, open for work."""
    office = wiring.open_office(demo_folder, StoryClock(DEMO_DAY))
    yield office
    office.close()


def whole(kind: PaperKind) -> PaperOrder:
    table = ListTable(title="جلسه‌ها", heads=("شماره", "روز"), widths=(80, 0), rows=(("۵", "۱۴۰۲/۱/۲۰"),))
    return PaperOrder(kind=kind, meeting_id=5, month=JalaliMonth(1402, 1), year=1401, text="سلام", table=table)


def test_every_kind_has_a_builder_and_a_renderer() -> None:
    assert set(BUILDERS) == set(PaperKind)
    papers = ROOT / "desktop_app" / "printing" / "papers"
    assert all((papers / f"{stem(kind)}_pdf.py").is_file() for kind in PaperKind)
    assert all((papers.parent / "word" / f"{stem(kind)}_docx.py").is_file() for kind in WORD)


@pytest.mark.parametrize("kind", PaperKind)
def test_every_kind_is_built(demo: wiring.Office, kind: PaperKind) -> None:
    assert paper_of(demo.context, whole(kind)).imprint.sample


# The command line prints every kind of the same data each day (tests/cli/test_print.py)
@pytest.mark.parametrize("kind", deciding(PaperKind, {PaperKind.MINUTES}))
def test_every_kind_is_made(demo: wiring.Office, kind: PaperKind) -> None:
    paper = paper_of(demo.context, whole(kind))
    assert demo.printing.make(kind, paper).startswith(b"%PDF-1.")


def test_a_list_is_ordered_with_its_rows_and_bears_their_class(demo: wiring.Office) -> None:
    with pytest.raises(RuleBroken, match="list_without_table"):
        paper_of(demo.context, PaperOrder(kind=PaperKind.LIST))
    order = whole(PaperKind.LIST)
    secret = replace(order, table=replace(order.table, classes=("", "secret", "confidential")))
    assert paper_of(demo.context, secret).document.letterhead.classification == "secret"


@pytest.mark.parametrize("kind", [kind for kind, form in FORMS.items() if form.needs])
def test_an_order_without_its_part_is_refused_beside_it(demo: wiring.Office, kind: PaperKind) -> None:
    (part,) = FORMS[kind].needs
    empty = "" if part is OrderPart.LETTER else None
    with pytest.raises(RuleBroken, match="paper_part_missing") as caught:
        paper_of(demo.context, replace(whole(kind), **{part.value: empty}))  # type: ignore[arg-type]
    assert caught.value.field == part.value
    assert sentence(caught.value)


def test_papers_are_set_as_the_office_wants_and_frozen_minutes_as_they_were(demo: wiring.Office) -> None:
    seen = print_setup(demo.context)
    wanted = replace(seen, typography=Typography(size=110))
    save_print_setup(demo.context, wanted, seen)
    made = {kind: paper_of(demo.context, whole(kind)).document.typography for kind in ORDERED_BY_HAND}
    assert made.pop(PaperKind.MINUTES) == seen.typography
    assert set(made.values()) == {wanted.typography}


def test_the_choices_begin_with_the_newest(demo: wiring.Office) -> None:
    choices = paper_choices(demo.context)
    assert [one.number for one in choices.meetings][-5:] == [5, 4, 3, 2, 1]
    assert choices.resolutions[0].number == "۱۴۰۲/۵/۱"
    assert choices.resolutions[0].text
    assert choices.units[0].party == "استانداری"
    assert (choices.months[0], choices.months[-1]) == (JalaliMonth(1402, 2), JalaliMonth(1401, 8))
    assert choices.years == (1402, 1401)


@pytest.mark.parametrize(
    ("signed", "met", "first"),
    [
        (date(2022, 11, 1), None, JalaliMonth(1401, 8)),
        (date(2022, 11, 1), date(2022, 3, 1), JalaliMonth(1400, 12)),
        (None, date(2023, 3, 25), JalaliMonth(1402, 1)),
        (None, date(2023, 9, 1), JalaliMonth(1402, 2)),
        (None, None, JalaliMonth(1402, 2)),
    ],
    ids=["signing", "earlier meeting", "meeting alone", "planned alone", "neither"],
)
def test_months_and_years_begin_with_the_committee_and_end_with_the_present(
    office: Office, signed: date | None, met: date | None, first: JalaliMonth
) -> None:
    memorandum = office.where("memoranda")[0]
    office.put("memoranda", replace(memorandum, signed_on=signed))
    if met is not None:
        office.planned(day=met)
    choices = paper_choices(office.context)
    assert (choices.months[0], choices.months[-1]) == (JalaliMonth(1402, 2), first)
    assert choices.years == tuple(range(1402, first.year - 1, -1))


def test_minutes_and_extracts_begin_with_the_newest_meeting_that_has_them(demo: wiring.Office) -> None:
    choices = paper_choices(demo.context)
    numbers = {one.id: one.number for one in choices.meetings}
    for kind in (PaperKind.MINUTES, PaperKind.EXTRACT):
        meeting_id = usual_meeting(choices, kind)
        assert meeting_id is not None
        assert meeting_id != choices.meetings[0].id, "the newest is not held yet"
        assert numbers[meeting_id] == 5
        paper_of(demo.context, PaperOrder(kind=kind, meeting_id=meeting_id))


def test_one_invitee_and_the_day_of_the_answer_reach_the_paper(demo: wiring.Office) -> None:
    choices = paper_choices(demo.context)
    meeting_id = usual_meeting(choices, PaperKind.INVITATION)
    assert meeting_id is not None
    offered = invitees_offered(demo.context, meeting_id)
    assert len(offered) > 2
    until = date(2023, 5, 13)
    order = PaperOrder(kind=PaperKind.INVITATION, meeting_id=meeting_id, only=offered[1].name, answer_until=until)
    document = paper_of(demo.context, order).document
    assert document.addressees == (offered[1],)
    assert document.answer_until == "2023-05-13"
    reminder = PaperOrder(kind=PaperKind.REMINDER, answer_until=until)
    assert paper_of(demo.context, reminder).document.answer_until == "2023-05-13"


def test_without_minutes_the_newest_meeting_that_was_not_called_off_is_offered() -> None:
    off = MeetingChoice(id=8, number=8, day=None, state=MeetingState.CANCELLED)
    next_ = MeetingChoice(id=7, number=7, day=None, state=MeetingState.SCHEDULED)
    for kind in (PaperKind.MINUTES, PaperKind.INVITATION):
        assert usual_meeting(PaperChoices(meetings=(off, next_)), kind) == 7
        assert usual_meeting(PaperChoices(meetings=(off,)), kind) == 8
        assert usual_meeting(PaperChoices(), kind) is None


def test_an_empty_folder_offers_nothing(fresh: Path) -> None:
    office = wiring.open_office(fresh, StoryClock(DEMO_DAY))
    choices = paper_choices(office.context)
    office.close()
    assert choices == PaperChoices()


@pytest.mark.parametrize("kind", PaperKind)
def test_before_there_is_a_committee_every_kind_says_what_is_missing(fresh: Path, kind: PaperKind) -> None:
    office = wiring.open_office(fresh, StoryClock(DEMO_DAY))
    try:
        with pytest.raises(RuleBroken) as caught:
            paper_of(office.context, replace(whole(kind), meeting_id=None))
    finally:
        office.close()
    meant = "meetings_none_yet" if OrderPart.MEETING in FORMS[kind].needs else "committee_missing"
    assert caught.value.key == meant
    assert sentence(caught.value).count(".") == 2, "what is missing, and the next step"


def test_a_resolution_is_known_by_its_number_in_any_digits(demo: wiring.Office) -> None:
    assert resolution_numbered(demo.context, " 1401/3/2 ").meeting_id == 3
    assert resolution_numbered(demo.context, "۱۴۰۱/۳/۲") == resolution_numbered(demo.context, "1401/3/2")


@pytest.mark.parametrize("name", ["پارک علم و فناوری", "پارك علم", "۶", "6"])
def test_a_unit_is_known_by_name_part_or_number(demo: wiring.Office, name: str) -> None:
    assert unit_named(demo.context, name) == 6


@pytest.mark.parametrize(("name", "key"), [("", "unit_name_unknown"), ("۹۹", "unit_name_unknown")])
def test_a_unit_that_is_none_is_refused(demo: wiring.Office, name: str, key: str) -> None:
    with pytest.raises(RuleBroken, match=key):
        unit_named(demo.context, name)
