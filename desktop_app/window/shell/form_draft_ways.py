"""Navigation from a draft to the form in which it was typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from desktop_app.domain.rules.resolution_actions import ResolutionAction
from desktop_app.domain.rules.tasks import TaskAction
from desktop_app.domain.text.typed_drafts import ACTION_FORM, FormDrafts
from desktop_app.window.kit.destinations import OpenMeeting, OpenMinutes, OpenPaper, OpenResolution, OpenTask

if TYPE_CHECKING:
    from desktop_app.window.shell.screens import Screens


MEETING, EDITOR, PAPER = "meeting", "minutes_editor", "paper"


def open_form_of_draft(one: FormDrafts, screens: Screens) -> None:
    """Open the form of a draft; if there is no direct way, the operator must open it."""
    _WAYS[one.way.kind](screens, one)


def _minutes(screens: Screens, one: FormDrafts) -> None:
    from desktop_app.window.minutes.page import MinutesPage

    screens.go(OpenMinutes(one.way.id))
    page = screens.screen(EDITOR).page
    if isinstance(page, MinutesPage) and one.way.item_id:
        page.choose(one.way.item_id, one.form.record_id if one.form.kind == "clause" else 0)


def _paper(screens: Screens, one: FormDrafts) -> None:
    screens.go(OpenPaper(one.way.id))


def _meeting(screens: Screens, one: FormDrafts) -> None:
    from desktop_app.window.meeting.page import MeetingPage

    screens.go(OpenMeeting(one.way.id))
    page = screens.screen(MEETING).page
    if not isinstance(page, MeetingPage):
        return
    form = one.form
    opens: Mapping[str, Callable[[], object]] = {
        "new_item": page.agenda.add_item,
        "item": lambda: page.agenda.do(form.record_id, "edit"),
        "new_guest": page.attendance.guests.add_guest,
        "guest": lambda: page.attendance.guests.edit_guest(form.record_id),
        "facts": page.edit_facts,
    }
    if form.field in opens:
        opens[form.field]()


def _meetings(screens: Screens, _one: FormDrafts) -> None:
    from desktop_app.window.months.controller import MeetingsController

    screens.open("meetings")
    controller = screens.screen("meetings").controller
    if isinstance(controller, MeetingsController):
        controller.new_meeting(None)


def _resolution(screens: Screens, one: FormDrafts) -> None:
    from desktop_app.window.resolutions.controller import ResolutionsController

    screens.go(OpenResolution(one.way.id))
    controller = screens.screen("resolutions").controller
    if isinstance(controller, ResolutionsController):
        controller.begin(ResolutionAction(one.form.field.removeprefix(ACTION_FORM)))


def _task(screens: Screens, one: FormDrafts) -> None:
    from desktop_app.window.tasks.controller import TasksController

    screens.go(OpenTask(one.way.id))
    controller = screens.screen("tasks").controller
    if isinstance(controller, TasksController):
        controller.do(TaskAction(one.form.field.removeprefix(ACTION_FORM)).value)


def _members(screens: Screens, one: FormDrafts) -> None:
    from desktop_app.window.members.page import MembersPage
    from desktop_app.words import members as member_words

    screens.open("members")
    page = screens.screen("members").page
    if not isinstance(page, MembersPage):
        return
    form = one.form
    parts = {"person": member_words.PEOPLE, "unit": member_words.UNITS}
    page.show_part(parts.get(form.kind, member_words.SEATS))
    if form.field.endswith("_new"):
        page.add()
    elif form.kind == "nomination":
        page.do(form.field, ("seat", one.way.id), form.record_id)
    else:
        page.do("edit" if form.field == form.kind else form.field, (form.kind, form.record_id))


def _settings(screens: Screens, one: FormDrafts) -> None:
    from desktop_app.window.settings.controller import SettingsController

    screens.open("settings")
    controller = screens.screen("settings").controller
    if isinstance(controller, SettingsController):
        controller.show_section(one.form.field)


def _papers(screens: Screens, one: FormDrafts) -> None:
    from desktop_app.window.papers.page import PapersPage

    screens.open("papers")
    page = screens.screen("papers").page
    if isinstance(page, PapersPage):
        page.kind_requested.emit(one.form.field)


def _registers(screens: Screens, one: FormDrafts) -> None:
    from desktop_app.window.letters.controller import RegistersController

    controller = screens.screen("registers").controller
    screens.open("registers")
    if isinstance(controller, RegistersController):
        controller.begin(one.form)


def _upstream(screens: Screens, one: FormDrafts) -> None:
    from desktop_app.window.upstream.controller import UpstreamController

    screens.open("upstream")
    controller = screens.screen("upstream").controller
    if isinstance(controller, UpstreamController):
        controller.begin(one.form)


def _taking_over(screens: Screens, _one: FormDrafts) -> None:
    screens.open("taking_over")


_WAYS: Final[Mapping[str, Callable[[Screens, FormDrafts], None]]] = {
    "minutes": _minutes,
    "paper": _paper,
    "meeting": _meeting,
    "meetings": _meetings,
    "resolution": _resolution,
    "task": _task,
    "members": _members,
    "settings": _settings,
    "papers": _papers,
    "registers": _registers,
    "upstream": _upstream,
    "taking_over": _taking_over,
}
