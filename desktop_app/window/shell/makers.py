"""Factories of the pages: one line per page, called when the page is first asked for.

The page of members, wired to the open office.

The minutes editor, wired to the open office.

The list of minutes, wired to the open office.

The page of the resolutions, wired to the open office.

«پیگیری», wired to the open office.

The page of papers and reports, wired: printing of the open office, and what this machine remembers.

The meeting page, wired to the open office.

«جلسه‌ها», wired to the open office: the ledger above, the list of meetings beneath.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.outcome import Changed
from desktop_app.domain.read_models.listing import MeetingRow, MinutesRow, ResolutionRow, TaskRow
from desktop_app.printing.pages import PageReader
from desktop_app.printing.paper_renderer import PaperRenderer
from desktop_app.services import lists
from desktop_app.services.context import Context
from desktop_app.services.meetings.month_ledger import ledger_years
from desktop_app.services.registers.invitations import sent_letter
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.paper.printer import Printer
from desktop_app.widgets.shell.page import Page
from desktop_app.window.kit.destinations import OpenPage
from desktop_app.window.kit.list_controller import ListController
from desktop_app.window.kit.page_controller import PageController
from desktop_app.window.kit.record_list_page import RecordListPage
from desktop_app.window.meeting.controller import MeetingController
from desktop_app.window.meeting.page import MeetingPage
from desktop_app.window.meeting.sending_acts import MadeLetters
from desktop_app.window.members.controller import MembersController
from desktop_app.window.members.page import MembersPage
from desktop_app.window.minutes.controller import MinutesController
from desktop_app.window.minutes.list_controller import MinutesListController
from desktop_app.window.minutes.list_page import MinutesListPage, minutes_list_spec
from desktop_app.window.minutes.page import MinutesPage
from desktop_app.window.months.controller import MeetingsController
from desktop_app.window.months.format import meetings_spec
from desktop_app.window.months.page import MeetingsPage
from desktop_app.window.papers.controller import PapersController
from desktop_app.window.papers.page import PapersPage
from desktop_app.window.papers.ways import PapersMemory
from desktop_app.window.resolutions.controller import ResolutionsController
from desktop_app.window.resolutions.page import ResolutionOptions, ResolutionsPage, resolutions_spec
from desktop_app.window.shell.calendar import keep_calendar
from desktop_app.window.shell.list_options import ListOptions
from desktop_app.window.shell.machine import machine_settings
from desktop_app.window.shell.paper_pages import OfficePrinting, ShownPages
from desktop_app.window.tasks.controller import TasksController
from desktop_app.window.tasks.page import TasksPage
from desktop_app.window.tasks.spec import TaskOptions, tasks_spec
from desktop_app.wiring import Office
from desktop_app.workers import Workers

if TYPE_CHECKING:
    from desktop_app.domain.read_models.backups import Backup
    from desktop_app.window.shell.office_files import FilesBeside


def members_screen(office: Office, dialogs: Dialogs, parent: QObject) -> tuple[MembersPage, MembersController]:
    """The page and its controller."""
    page = MembersPage(office.clock.today)
    return page, MembersController(page, office.context, dialogs, parent)


def minutes_screen(office: Office, dialogs: Dialogs, parent: QObject) -> tuple[MinutesPage, MinutesController]:
    """The page and its controller."""
    page = MinutesPage()
    keep_calendar(page, office, parent)
    return page, MinutesController(page, office.context, dialogs, parent)


def minutes_list_screen(office: Office, parent: QObject) -> tuple[MinutesListPage, MinutesListController]:
    """The page and its controller."""
    spec = minutes_list_spec(ListOptions(office, parent).years)
    page = MinutesListPage(spec, partial(_rows, office.context))
    controller = MinutesListController(page, office.context, parent)
    page.empty_action_requested.connect(lambda: controller.navigated.emit(OpenPage("meetings")))
    return page, controller


def _rows(context: Context, ids: Sequence[int]) -> Mapping[int, MinutesRow]:
    return dict(zip(ids, lists.minutes_rows(context, ids), strict=True))


def resolutions_screen(office: Office, parent: QObject) -> tuple[ResolutionsPage, ResolutionsController]:
    """The page and its controller."""
    options = ListOptions(office, parent)
    spec = resolutions_spec(
        office.clock.today,
        options.party_marks(),
        ResolutionOptions(options.parties, options.units, options.axes, options.meetings, options.years, options.days),
    )
    page = ResolutionsPage(spec, partial(_resolutions_rows, office.context), office.clock.today)
    controller = ResolutionsController(page, office.context, parent)
    page.empty_action_requested.connect(lambda: controller.navigated.emit(OpenPage("meetings")))
    return page, controller


def _resolutions_rows(context: Context, ids: Sequence[int]) -> Mapping[int, ResolutionRow]:
    return dict(zip(ids, lists.resolution_rows(context, ids), strict=True))


def tasks_screen(office: Office, dialogs: Dialogs, parent: QObject) -> tuple[TasksPage, TasksController]:
    """The page and its controller."""
    options = ListOptions(office, parent)
    offered = TaskOptions(options.units, options.parties, options.deciding_meetings, options.due_days)
    spec = tasks_spec(office.clock.today, options.party_marks(), offered)
    page = TasksPage(spec, partial(_tasks_rows, office.context), options.party_names())
    keep_calendar(page, office, parent)
    controller = TasksController(page, office.context, dialogs, parent)
    page.empty_action_requested.connect(lambda: controller.navigated.emit(OpenPage("meetings")))
    return page, controller


def _tasks_rows(context: Context, ids: Sequence[int]) -> Mapping[int, TaskRow]:
    return dict(zip(ids, lists.task_rows(context, ids), strict=True))


def papers_screen(
    office: Office,
    dialogs: Dialogs,
    printer: Printer,
    workers: Workers,
    parent: QObject,
    *,
    letters: MadeLetters,
    kept: QSettings | None = None,
) -> tuple[PapersPage, PapersController]:
    """The page and its controller."""
    settings = kept or machine_settings()
    printing, memory = OfficePrinting(office, settings), PapersMemory(settings)
    page = PapersPage()
    keep_calendar(page.form, office, parent)
    controller = PapersController(page, office.context, dialogs, printer, workers, printing, memory, parent)
    controller.letters_made.connect(letters.keep)
    return page, controller


class SentLetters:
    """Makes the pages of letters that were sent, on the thread of the window: each is one letter."""

    def __init__(self, context: Context, printing: PaperRenderer) -> None:
        self._context, self._printing = context, printing
        self._reader = PageReader()

    def __call__(self, sent_id: int) -> ShownPages:
        """The pages of the letter of one record."""
        pdf = self._printing.make(PaperKind.INVITATION, sent_letter(self._context, sent_id))
        return ShownPages(self._reader.open(pdf))


def meeting_screen(
    office: Office, dialogs: Dialogs, made: MadeLetters, parent: QObject
) -> tuple[MeetingPage, MeetingController]:
    """The page and its controller."""
    page = MeetingPage(office.clock.today, office.clock.local_time)
    letters = SentLetters(office.context, office.printing)
    return page, MeetingController(page, office.context, dialogs, made.of, letters, parent)


WATCHED = Changed.MEETINGS | Changed.MINUTES | Changed.FILES


def meetings_screen(office: Office, dialogs: Dialogs, parent: QObject) -> tuple[MeetingsPage, MeetingsController]:
    """The page and its controller."""
    years = partial(ledger_years, office.context)
    # the months of the year that shows may be chosen
    spec = meetings_spec(years, lambda: page.years_shown())  # noqa: PLW0108 - it is made below
    listing = RecordListPage(spec, partial(_meetings_rows, office.context))
    below = ListController(
        listing, office.context, lists.meeting_ids, WATCHED, parent, counts=lists.meeting_view_counts, first=spec.first
    )
    page = MeetingsPage(listing, office.clock.today, office.clock.local_time)
    return page, MeetingsController(page, office.context, dialogs, below, parent)


def _meetings_rows(context: Context, ids: Sequence[int]) -> Mapping[int, MeetingRow]:
    return dict(zip(ids, lists.meeting_rows(context, ids), strict=True))


@dataclass(frozen=True, slots=True)
class Tools:
    """What pages are made from; ``parent`` owns their controllers."""

    office: Office
    dialogs: Dialogs
    printer: Printer
    workers: Workers
    letters: MadeLetters
    backed_up: Callable[[Backup], object]
    """Told of the backup that was made by hand beside the data."""
    parent: QObject


@dataclass(frozen=True, slots=True)
class Screen:
    """A page with its controller."""

    page: Page
    controller: PageController


Maker = Callable[[Tools], tuple[Page, PageController]]


def _files(tools: Tools) -> FilesBeside:
    """Puts the files of the record that shows beside it."""
    from desktop_app.window.shell.office_files import files_beside

    return files_beside(tools.office, tools.dialogs, tools.workers)


def _meetings(tools: Tools) -> tuple[Page, PageController]:

    return meetings_screen(tools.office, tools.dialogs, tools.parent)


def _minutes(tools: Tools) -> tuple[Page, PageController]:

    return minutes_list_screen(tools.office, tools.parent)


def _resolutions(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.domain.rules.files import FileOwner, RecordRef

    page, controller = resolutions_screen(tools.office, tools.parent)
    page.take_files_on_rows(partial(RecordRef, FileOwner.RESOLUTION))
    _files(tools)(page, page.detail.files, page.detail, controller)
    return page, controller


def _tasks(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.domain.rules.files import FileOwner, RecordRef

    page, controller = tasks_screen(tools.office, tools.dialogs, tools.parent)
    page.take_files_on_rows(partial(RecordRef, FileOwner.TASK))
    _files(tools)(page, page.panel.files, page.panel, controller)
    return page, controller


def _registers(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.window.letters.paper_panel import record_of_line
    from desktop_app.window.shell.letters_page import registers_screen

    page, controller = registers_screen(tools.office, tools.dialogs, tools.workers, tools.parent)
    page.take_files_on_rows(record_of_line)
    files = _files(tools)(page, page.panel.files, page.panel, controller)
    files.take_new(controller.incoming.record_with)
    return page, controller


def _members(tools: Tools) -> tuple[Page, PageController]:

    page, controller = members_screen(tools.office, tools.dialogs, tools.parent)
    _files(tools)(page, page.panel.files, page.panel, controller)
    return page, controller


def _meeting(tools: Tools) -> tuple[Page, PageController]:

    page, controller = meeting_screen(tools.office, tools.dialogs, tools.letters, tools.parent)
    _files(tools)(page, page.files, page, controller)
    return page, controller


def _editor(tools: Tools) -> tuple[Page, PageController]:

    page, controller = minutes_screen(tools.office, tools.dialogs, tools.parent)
    _files(tools)(page, page.files, page, controller)
    return page, controller


def _paper(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.window.shell.paper_pages import paper_screen

    return paper_screen(tools.office, tools.dialogs, tools.printer, tools.workers, tools.parent)


def _papers(tools: Tools) -> tuple[Page, PageController]:

    return papers_screen(tools.office, tools.dialogs, tools.printer, tools.workers, tools.parent, letters=tools.letters)


def _verify(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.window.shell.paper_pages import verify_screen

    return verify_screen(tools.office, tools.dialogs, tools.workers, tools.parent)


def _settings(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.window.shell.founding import agreement_sections, lead_to_taking_over
    from desktop_app.window.shell.settings import settings_screen

    first = agreement_sections(tools.office, tools.parent)
    page, controller = settings_screen(tools.office, tools.dialogs, tools.workers, tools.parent, first=first)
    lead_to_taking_over(first, controller)
    return page, controller


def _taking_over(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.window.shell.founding import taking_over_screen

    return taking_over_screen(tools.office, tools.dialogs, tools.workers, tools.parent)


def _backups(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.window.shell.backups import backups_screen

    page, controller = backups_screen(tools.office, tools.dialogs, tools.workers, tools.parent)
    controller.backed_up.connect(tools.backed_up)
    return page, controller


def _founding(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.window.shell.founding import founding_screen

    return founding_screen(tools.office, tools.dialogs, tools.workers, tools.parent)


def _history(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.window.shell.paper_pages import history_screen

    return history_screen(tools.office, tools.parent)


def _help(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.window.shell.help import help_screen

    return help_screen(tools.office, tools.parent)


MAKERS: Mapping[str, Maker] = {
    "meetings": _meetings,
    "minutes": _minutes,
    "resolutions": _resolutions,
    "tasks": _tasks,
    "registers": _registers,
    "members": _members,
    "meeting": _meeting,
    "minutes_editor": _editor,
    "paper": _paper,
    "papers": _papers,
    "verify": _verify,
    "settings": _settings,
    "backups": _backups,
    "founding": _founding,
    "history": _history,
    "taking_over": _taking_over,
    "help": _help,
}
"""By page key. Each imports its page when called, so that the first window waits for none of them."""
