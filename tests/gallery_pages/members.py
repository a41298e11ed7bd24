"""The page of members over the demo: seats with a vacancy and a successor, units as a tree, people, forms, empty."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from PySide6.QtWidgets import QWidget

from desktop_app import wiring
from desktop_app.domain.rules.members import Nomination, Person, Seat, SeatRole, Unit, UnitKind
from desktop_app.services.demo.demo_story import StoryClock
from desktop_app.services.members import nominations, people, seats, units
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.window.kit.members_format import RowKey
from desktop_app.window.members.controller import MembersController
from desktop_app.window.members.page import MembersPage
from desktop_app.words import members as words
from tests.gallery_pages import GalleryPage
from tests.gallery_pages.demo import demo_folder
from tests.views.minutes_desk import Person as Answering

TODAY = date(2023, 5, 13)
LETTER = date(2023, 5, 8)


@cache
def office() -> wiring.Office:
    """The demo with a successor, an alternate, a vacant seat, agencies and an archived person."""
    folder = demo_folder()
    clock = StoryClock(TODAY)
    clock.set_clock(TODAY, "10:00")
    opened = wiring.open_office(folder, clock)
    context = opened.context
    with opened.context.read() as work:
        province, center = (party.id for party in work.parties.where())
        filled = work.seats.where(party_id=province)
        first = work.units.where(party_id=province)[0]
    member = filled[3].id
    successor = Nomination(
        seat_id=member, person_id=None, letter_number="۱۸/ص/۱۴۰۲", letter_day=LETTER, from_day=LETTER
    )
    newcomer = Person(name="کیوان تنکابنی", post="معاون", phone="۰۱۱-۳۳۰۰ ۱۱۲۲ داخلی ۴")
    nominations.nominate(context, successor, newcomer=newcomer, succeeds=True)
    alternate = replace(successor, role=type(successor.role).ALTERNATE, letter_number="۱۹/ص/۱۴۰۲")
    standing_in = Person(name="فرزاد کلاردشتی", post="کارشناس شبکه", phone="+98 911 000 1122")
    nominations.nominate(context, alternate, newcomer=standing_in)
    vacant = seats.add_seat(context, Seat(party_id=center, role=SeatRole.MEMBER, title="عضو", ordinal=0)).id
    coming = Nomination(seat_id=vacant, person_id=None, letter_number="۷۱۲/م", letter_day=LETTER)
    nominations.nominate(context, coming, newcomer=Person(name="نیلوفر رازقی", post="کارشناس ارشد"))
    seats.add_seat(context, Seat(party_id=center, role=SeatRole.MEMBER, title="عضو ناظر", ordinal=0))
    units.add_unit(context, Unit(party_id=province, name="ادارهٔ زیرساخت", ordinal=0, parent_id=first.id))
    agency = Unit(party_id=province, name="شرکت مخابرات منطقه", ordinal=0, kind=UnitKind.AGENCY, head="سعید نوری")
    units.add_unit(context, agency)
    gone = people.add_person(context, Person(name="ایرج پیشین", post="کارشناس"))
    people.archive_person(opened.context, gone.id)
    return opened


def page_of(part: str = words.SEATS) -> MembersPage:
    """The page on one of its parts."""
    opened = office()
    page = MembersPage(opened.clock.today)
    MembersController(page, opened.context, Answering(), page).show()
    page.show_part(part)
    return page


def _page(widget: QWidget) -> MembersPage:
    assert isinstance(widget, MembersPage)
    return widget


def open_successor(widget: QWidget) -> None:
    """The fourth seat with its history, then the form of a successor."""
    page = _page(widget)
    page.list.focus(page.list.order()[3])
    page.do("succeed", page.list.order()[3])


def choose_fourth(widget: QWidget) -> None:
    """A seat with a history."""
    page = _page(widget)
    page.list.focus(page.list.order()[3])


def show_archived(widget: QWidget) -> None:
    """Those who were put aside, too; beside the list somebody with a phone."""
    page = _page(widget)
    page.ui.archived.setChecked(True)
    page.list.focus(next(key for key in page.list.order() if "+۹۸" in _note(page, key)))


def _note(page: MembersPage, key: RowKey) -> str:
    row = page.list.row(key)
    return row.content().note if row is not None else ""


def refuse_successor(widget: QWidget) -> None:
    """A successor who has another seat, with a letter from before the signing."""
    open_successor(widget)
    form = _page(widget).panel.form()
    assert form is not None
    person, day = form.editor("person"), form.editor("letter_day")
    assert isinstance(person, LineField)
    assert isinstance(day, JalaliDateEdit)
    person.set_text("بهمن سروستانه")
    day.set_text("1401/08/01")
    form.save()


def edit_unit(widget: QWidget) -> None:
    """The form of the first unit."""
    page = _page(widget)
    page.do("edit", page.list.order()[0])


WIDE, SMALL, LEAST = (1216, 844), (1220, 692), (900, 512)
PAGES = (
    GalleryPage("members", page_of, WIDE, prepare=choose_fourth),
    GalleryPage("members-units", lambda: page_of(words.UNITS), WIDE),
    GalleryPage("members-people", lambda: page_of(words.PEOPLE), WIDE, prepare=show_archived),
    GalleryPage("members-form", page_of, WIDE, prepare=refuse_successor),
    GalleryPage("members-1280x720", page_of, SMALL, prepare=choose_fourth),
    GalleryPage("members-960x540", page_of, LEAST, prepare=open_successor),
    GalleryPage("members-large", lambda: page_of(words.UNITS), SMALL, prepare=edit_unit, text_scale=1.25),
)
