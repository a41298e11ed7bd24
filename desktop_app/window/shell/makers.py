"""Functions that make the pages: one line for each page, called when it is first opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.domain.outcome import Changed
from desktop_app.services import lists
from desktop_app.services.meetings.month_ledger import ledger_years
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.paper.printer import Printer
from desktop_app.widgets.shell.page import Page
from desktop_app.window.kit.list_controller import ListController, ListReads
from desktop_app.window.kit.page_controller import PageController
from desktop_app.window.kit.record_list_page import RecordListPage
from desktop_app.window.meeting.made_letters import MadeLetters
from desktop_app.window.months.controller import MeetingsController
from desktop_app.window.months.format import meetings_spec
from desktop_app.window.months.page import MeetingsPage
from desktop_app.wiring import Office
from desktop_app.workers import Workers

if TYPE_CHECKING:
    from desktop_app.domain.read_models.backups import Backup
    from desktop_app.window.shell.office_files import FilesBeside


READS = ListReads.of(lists.MEETINGS, Changed.MEETINGS | Changed.MINUTES | Changed.FILES)


def meetings_screen(office: Office, dialogs: Dialogs, parent: QObject) -> tuple[MeetingsPage, MeetingsController]:
    """Make the page of the meetings and its controller."""
    years = partial(ledger_years, office.context)
    # the months of the year that shows may be chosen
    spec = meetings_spec(years, lambda: page.years_shown())  # noqa: PLW0108 - it is made below
    listing = RecordListPage(spec, READS.fetch(office.context))
    below = ListController(listing, office.context, READS, parent)
    page = MeetingsPage(listing, office.clock.today, office.clock.local_time)
    return page, MeetingsController(page, office.context, dialogs, below, parent)


@dataclass(frozen=True, slots=True)
class Tools:
    """The objects from which pages are made; ``parent`` owns their controllers."""

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
    """Return the function that adds attached files to a page."""
    from desktop_app.window.shell.office_files import files_beside

    return files_beside(tools.office, tools.dialogs, tools.workers)


def _meetings(tools: Tools) -> tuple[Page, PageController]:

    return meetings_screen(tools.office, tools.dialogs, tools.parent)


def _minutes(tools: Tools) -> tuple[Page, PageController]:

    from desktop_app.window.shell.list_pages import minutes_list_screen

    return minutes_list_screen(tools.office, tools.parent)


def _resolutions(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.domain.rules.files import FileOwner, RecordRef
    from desktop_app.window.shell.list_pages import resolutions_screen

    page, controller = resolutions_screen(tools.office, tools.dialogs, tools.parent)
    page.accept_files_on_rows(partial(RecordRef, FileOwner.RESOLUTION))
    _files(tools)(page, page.detail.files, page.detail, controller)
    return page, controller


def _upstream(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.window.shell.list_pages import upstream_screen
    from desktop_app.window.upstream.page import record_of

    page, controller = upstream_screen(tools.office, tools.dialogs, tools.parent)
    page.accept_files_on_rows(record_of)
    _files(tools)(page, page.panel.files, page.panel, controller)
    return page, controller


def _tasks(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.domain.rules.files import FileOwner, RecordRef
    from desktop_app.window.shell.list_pages import tasks_screen

    page, controller = tasks_screen(tools.office, tools.dialogs, tools.parent)
    page.accept_files_on_rows(partial(RecordRef, FileOwner.TASK))
    _files(tools)(page, page.panel.files, page.panel, controller)
    return page, controller


def _registers(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.window.letters.paper_panel import record_of_line
    from desktop_app.window.shell.paper_pages import registers_screen

    page, controller = registers_screen(tools.office, tools.dialogs, tools.workers, tools.parent)
    page.accept_files_on_rows(record_of_line)
    files = _files(tools)(page, page.panel.files, page.panel, controller)
    files.accept_files_without_record(controller.incoming.record_with_files)
    return page, controller


def _members(tools: Tools) -> tuple[Page, PageController]:

    from desktop_app.window.shell.list_pages import members_screen

    page, controller = members_screen(tools.office, tools.dialogs, tools.parent)
    _files(tools)(page, page.panel.files, page.panel, controller)
    return page, controller


def _meeting(tools: Tools) -> tuple[Page, PageController]:

    from desktop_app.window.shell.list_pages import meeting_screen

    page, controller = meeting_screen(tools.office, tools.dialogs, tools.letters, tools.parent)
    _files(tools)(page, page.files, page, controller)
    return page, controller


def _editor(tools: Tools) -> tuple[Page, PageController]:

    from desktop_app.window.shell.list_pages import minutes_screen

    page, controller = minutes_screen(tools.office, tools.dialogs, tools.parent)
    _files(tools)(page, page.files, page, controller)
    return page, controller


def _paper(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.window.shell.paper_pages import paper_screen

    return paper_screen(tools.office, tools.dialogs, tools.printer, tools.workers, tools.parent)


def _papers(tools: Tools) -> tuple[Page, PageController]:

    from desktop_app.window.shell.paper_pages import papers_screen

    return papers_screen(tools.office, tools.dialogs, tools.printer, tools.workers, tools.parent, letters=tools.letters)


def _verify(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.window.shell.paper_pages import verify_screen

    return verify_screen(tools.office, tools.dialogs, tools.workers, tools.parent)


def _settings(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.window.shell.founding import agreement_sections, link_to_taking_over
    from desktop_app.window.shell.settings import settings_screen

    first = agreement_sections(tools.office, tools.parent)
    page, controller = settings_screen(tools.office, tools.dialogs, tools.workers, tools.parent, first=first)
    link_to_taking_over(first, controller)
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
    "upstream": _upstream,
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
