"""Factories of the pages: one line per page, called when the page is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.controllers.meeting.made_letters import MadeLetters
from desktop_app.controllers.shell.page_controller import PageController
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.paper.printer import Printer
from desktop_app.widgets.shell.page import Page
from desktop_app.wiring import Office
from desktop_app.workers import Workers

if TYPE_CHECKING:
    from desktop_app.bootstrap.files.office_files import FilesBeside
    from desktop_app.domain.read_models.backups import Backup


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
    from desktop_app.bootstrap.files.office_files import files_beside

    return files_beside(tools.office, tools.dialogs, tools.workers)


def _meetings(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.bootstrap.meetings import meetings_screen

    return meetings_screen(tools.office, tools.dialogs, tools.parent)


def _minutes(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.bootstrap.minutes_list import minutes_list_screen

    return minutes_list_screen(tools.office, tools.parent)


def _resolutions(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.bootstrap.resolutions import resolutions_screen
    from desktop_app.domain.rules.files import FileOwner, RecordRef

    page, controller = resolutions_screen(tools.office, tools.parent)
    page.take_files_on_rows(partial(RecordRef, FileOwner.RESOLUTION))
    _files(tools)(page, page.detail.files, page.detail, controller)
    return page, controller


def _tasks(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.bootstrap.tasks import tasks_screen
    from desktop_app.domain.rules.files import FileOwner, RecordRef

    page, controller = tasks_screen(tools.office, tools.dialogs, tools.parent)
    page.take_files_on_rows(partial(RecordRef, FileOwner.TASK))
    _files(tools)(page, page.panel.files, page.panel, controller)
    return page, controller


def _registers(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.bootstrap.registers.registers import registers_screen
    from desktop_app.views.registers.paper_panel import record_of_line

    page, controller = registers_screen(tools.office, tools.dialogs, tools.workers, tools.parent)
    page.take_files_on_rows(record_of_line)
    files = _files(tools)(page, page.panel.files, page.panel, controller)
    files.take_new(controller.incoming.record_with)
    return page, controller


def _members(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.bootstrap.members import members_screen

    page, controller = members_screen(tools.office, tools.dialogs, tools.parent)
    _files(tools)(page, page.panel.files, page.panel, controller)
    return page, controller


def _meeting(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.bootstrap.meeting import meeting_screen

    page, controller = meeting_screen(tools.office, tools.dialogs, tools.letters, tools.parent)
    _files(tools)(page, page.files, page, controller)
    return page, controller


def _editor(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.bootstrap.minutes import minutes_screen

    page, controller = minutes_screen(tools.office, tools.dialogs, tools.parent)
    _files(tools)(page, page.files, page, controller)
    return page, controller


def _paper(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.bootstrap.paper import paper_screen

    return paper_screen(tools.office, tools.dialogs, tools.printer, tools.workers, tools.parent)


def _papers(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.bootstrap.papers import papers_screen

    return papers_screen(tools.office, tools.dialogs, tools.printer, tools.workers, tools.parent, letters=tools.letters)


def _verify(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.bootstrap.verifying.page import verify_screen

    return verify_screen(tools.office, tools.dialogs, tools.workers, tools.parent)


def _settings(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.bootstrap.founding.founding import agreement_sections
    from desktop_app.bootstrap.settings import settings_screen
    from desktop_app.bootstrap.taking_over.taking_over import lead_to_taking_over

    first = agreement_sections(tools.office, tools.parent)
    page, controller = settings_screen(tools.office, tools.dialogs, tools.workers, tools.parent, first=first)
    lead_to_taking_over(first, controller)
    return page, controller


def _taking_over(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.bootstrap.taking_over.taking_over import taking_over_screen

    return taking_over_screen(tools.office, tools.dialogs, tools.workers, tools.parent)


def _backups(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.bootstrap.backups.page import backups_screen

    page, controller = backups_screen(tools.office, tools.dialogs, tools.workers, tools.parent)
    controller.backed_up.connect(tools.backed_up)
    return page, controller


def _founding(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.bootstrap.founding.founding import founding_screen

    return founding_screen(tools.office, tools.dialogs, tools.workers, tools.parent)


def _history(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.bootstrap.history.history import history_screen

    return history_screen(tools.office, tools.parent)


def _help(tools: Tools) -> tuple[Page, PageController]:
    from desktop_app.bootstrap.help import help_screen

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
