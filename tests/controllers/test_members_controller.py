"""What stands in the machine's way is told above the page, and the form keeps what was typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop_app.controllers.members.members_controller import MembersController, members_services
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.rules.members import Person as Someone
from desktop_app.services.outcome import Outcome
from desktop_app.services.ports import Changed
from desktop_app.text.office import members as words
from desktop_app.views.members.members_page import MembersPage
from tests.services.office import Office, new_office
from tests.views.minutes_desk import Person


@pytest.fixture
def office() -> Office:
    return new_office()[0]


@pytest.fixture
def page(office: Office) -> Iterator[MembersPage]:
    made = MembersPage(office.clock.today)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def test_a_full_disk_leaves_the_form_open(office: Office, page: MembersPage) -> None:
    def full(_one: Someone, _seen: Someone | None) -> Outcome:
        raise EnvironmentProblem("storage_full")

    services = members_services(office.context)
    controller = MembersController(page, replace(services, save_person=full), Person(), page)
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
    services = members_services(office.context)

    def sheet() -> object:
        read.append(1)
        return services.sheet()

    controller = MembersController(page, replace(services, sheet=sheet), Person(), page)  # type: ignore[arg-type]
    controller.reload(Changed.MEMBERS)
    assert read == [], "nothing shows yet"
    controller.show()
    controller.reload(Changed.RESOLUTIONS)
    assert len(read) == 1
    controller.reload(Changed.MEMBERS | Changed.MEETINGS)
    assert len(read) == 2
