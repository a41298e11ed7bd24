"""Makes the pages of resolutions, tasks, members, minutes and the meeting for the open office."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.read_models.listing import MinutesRow
from desktop_app.printing.pages import PageReader
from desktop_app.printing.paper_renderer import PaperRenderer
from desktop_app.services.context import Context
from desktop_app.services.registers.invitations import sent_letter
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.window.kit.record_list_page import RecordListPage
from desktop_app.window.meeting.controller import MeetingController
from desktop_app.window.meeting.made_letters import MadeLetters
from desktop_app.window.meeting.page import MeetingPage
from desktop_app.window.members.controller import MembersController
from desktop_app.window.members.page import MembersPage
from desktop_app.window.minutes import list_controller as minutes_list_controller
from desktop_app.window.minutes.controller import MinutesController
from desktop_app.window.minutes.list_page import minutes_list_spec
from desktop_app.window.minutes.page import MinutesPage
from desktop_app.window.resolutions import controller as resolutions_controller
from desktop_app.window.resolutions.page import ResolutionOptions, ResolutionsPage, resolutions_spec
from desktop_app.window.shell.calendar import keep_calendar
from desktop_app.window.shell.list_options import ListOptions
from desktop_app.window.shell.paper_pages import ShownPages
from desktop_app.window.tasks import edit_session
from desktop_app.window.tasks.controller import TasksController
from desktop_app.window.tasks.page import TasksPage
from desktop_app.window.tasks.spec import TaskOptions, tasks_spec
from desktop_app.window.upstream import controller as upstream_controller
from desktop_app.window.upstream.page import UpstreamPage, upstream_spec
from desktop_app.wiring import Office


def minutes_screen(office: Office, dialogs: Dialogs, parent: QObject) -> tuple[MinutesPage, MinutesController]:
    """Make the page of the minutes and its controller."""
    page = MinutesPage()
    keep_calendar(page, office, parent)
    return page, MinutesController(page, office.context, dialogs, parent)


def minutes_list_screen(
    office: Office, parent: QObject
) -> tuple[RecordListPage[MinutesRow], minutes_list_controller.MinutesListController]:
    """Make the list of minutes and its controller."""
    spec = minutes_list_spec(ListOptions(office, parent).years)
    page = RecordListPage(spec, minutes_list_controller.READS.fetch(office.context))
    return page, minutes_list_controller.MinutesListController(page, office.context, parent)


class SentLetters:
    """Opens the pages of sent letters, in the main thread; each is one letter."""

    def __init__(self, context: Context, printing: PaperRenderer) -> None:
        self._context, self._printing = context, printing
        self._reader = PageReader()

    def __call__(self, sent_id: int) -> ShownPages:
        """Return the pages of the letter with a record id."""
        pdf = self._printing.make(PaperKind.INVITATION, sent_letter(self._context, sent_id))
        return ShownPages(self._reader.open(pdf))


def meeting_screen(
    office: Office, dialogs: Dialogs, made: MadeLetters, parent: QObject
) -> tuple[MeetingPage, MeetingController]:
    """Make the page of a meeting and its controller."""
    page = MeetingPage(office.clock.today, office.clock.local_time)
    letters = SentLetters(office.context, office.printing)
    return page, MeetingController(page, office.context, dialogs, made.of, letters, parent)


def members_screen(office: Office, dialogs: Dialogs, parent: QObject) -> tuple[MembersPage, MembersController]:
    """Make the page of the members and its controller."""
    page = MembersPage(office.clock.today)
    return page, MembersController(page, office.context, dialogs, parent)


def resolutions_screen(
    office: Office, dialogs: Dialogs, parent: QObject
) -> tuple[ResolutionsPage, resolutions_controller.ResolutionsController]:
    """Make the page of the resolutions and its controller."""
    options = ListOptions(office, parent)
    spec = resolutions_spec(
        office.clock.today,
        options.party_marks(),
        ResolutionOptions(options.parties, options.units, options.axes, options.meetings, options.years, options.days),
    )
    page = ResolutionsPage(
        spec, resolutions_controller.READS.fetch(office.context), office.clock.today, office.context.paper.cite
    )
    return page, resolutions_controller.ResolutionsController(page, office.context, dialogs, parent)


def tasks_screen(office: Office, dialogs: Dialogs, parent: QObject) -> tuple[TasksPage, TasksController]:
    """Make the page of the tasks and its controller."""
    options = ListOptions(office, parent)
    offered = TaskOptions(options.units, options.parties, options.deciding_meetings, options.due_days)
    spec = tasks_spec(office.clock.today, options.party_marks(), offered)
    page = TasksPage(spec, edit_session.READS.fetch(office.context), options.party_names())
    keep_calendar(page, office, parent)
    return page, TasksController(page, office.context, dialogs, parent)


def upstream_screen(
    office: Office, dialogs: Dialogs, parent: QObject
) -> tuple[UpstreamPage, upstream_controller.UpstreamController]:
    """Make the page of upstream decisions and its controller."""
    spec = upstream_spec(ListOptions(office, parent).axes)
    page = UpstreamPage(spec, upstream_controller.READS.fetch(office.context))
    keep_calendar(page, office, parent)
    return page, upstream_controller.UpstreamController(page, office.context, dialogs, parent)
