"""What stands in the machine's way is told above the page, and the form keeps what was typed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import replace

import pytest

from desktop_app.domain.acts import Act
from desktop_app.domain.documents.letter_lines import LetterAdditions
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.outcome import Changed
from desktop_app.domain.read_models.listing import register_line
from desktop_app.services.documents.papers import paper_of
from desktop_app.services.registers.sent_letters import register_letters
from desktop_app.storage.store.work import Work
from desktop_app.window.kit.destinations import Destination, OpenRegister
from desktop_app.window.kit.members_details import LETTER
from desktop_app.window.members.controller import MembersController
from desktop_app.window.members.page import MembersPage
from desktop_app.words import members as words
from tests.services.office_steps import Office
from tests.views.minutes_desk import Person


@pytest.fixture
def page(office: Office) -> Iterator[MembersPage]:
    made = MembersPage(office.clock.today)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def test_a_full_disk_leaves_the_form_open(office: Office, page: MembersPage) -> None:
    def full(_act: Act) -> AbstractContextManager[Work]:
        raise EnvironmentProblem("storage_full")

    controller = MembersController(page, replace(office.context, begin=full), Person(), page)
    controller.show()
    page.show_part(words.PEOPLE)
    page.add()
    form = page.panel.form()
    assert form is not None
    form.save()
    assert "دیسک پر است" in page.ui.notice.title()
    assert page.panel.form() is form


def test_only_what_shows_here_is_read_again(office: Office, page: MembersPage) -> None:
    read = []

    def counted() -> AbstractContextManager[Work]:
        read.append(1)
        return office.open_work()

    controller = MembersController(page, replace(office.context, read=counted), Person(), page)
    controller.reload(Changed.MEMBERS)
    assert read == [], "nothing shows yet"
    controller.show()
    controller.reload(Changed.RESOLUTIONS)
    assert len(read) == 1
    controller.reload(Changed.MEMBERS | Changed.MEETINGS)
    assert len(read) == 2


def test_letters_to_a_unit_stand_beside_it_and_lead_to_the_register(office: Office, page: MembersPage) -> None:
    controller = MembersController(page, office.context, Person(), page)
    controller.show()
    page.show_part(words.UNITS)
    detail = page.panel.detail()
    assert detail is not None
    assert detail.lines == ()
    unit = office.get("units", detail.key[1])
    order = PaperOrder(kind=PaperKind.LETTER, to=unit.name, text="متن نامه", said=LetterAdditions(subject="پیگیری"))
    made = register_letters(office.context, order, paper_of(office.context, order))
    controller.reload(made.changed)
    detail = page.panel.detail()
    assert detail is not None
    assert [(one.title, one.told.text) for one in detail.lines] == [("پیگیری", f"۱۴۰۲/۱ – صادره به {unit.name}")]
    asked: list[Destination] = []
    controller.navigated.connect(asked.append)
    line = register_line(made.papers[0], outgoing=True)
    button = page.panel.button(f"{LETTER}{line}")
    assert button is not None
    button.click()
    assert asked == [OpenRegister(line)]


def test_what_cannot_be_read_for_a_unit_is_told_and_the_letter_to_a_late_party_needs_no_reading(
    office: Office, page: MembersPage
) -> None:
    locked: list[bool] = []

    def read() -> AbstractContextManager[Work]:
        if locked:
            raise EnvironmentProblem("storage_full")
        return office.open_work()

    controller = MembersController(page, replace(office.context, read=read), Person(), page)
    controller.show()
    went: list[Destination] = []
    controller.navigated.connect(went.append)
    locked.append(True)
    page.signals.late_letter_requested.emit(1)
    assert (went, page.ui.notice.title()) == ([], ""), "nobody is late"
    page.signals.unit_shown.emit(office.units[0])
    assert "دیسک پر است" in page.ui.notice.title()
