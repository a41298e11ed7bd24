"""Keys of the pages, the rows of the navigation, and the page of each kind of record."""

from __future__ import annotations

from typing import assert_never

from desktop_app.widgets.shell.navigation import NavigationPage
from desktop_app.window.kit.destinations import (
    OpenHistory,
    OpenMeeting,
    OpenMinutes,
    OpenPaper,
    OpenPapers,
    OpenRegister,
    OpenResolution,
    OpenTask,
    RecordDestination,
)
from desktop_app.window.settings import words as setting_words
from desktop_app.words import help as help_words
from desktop_app.words import history as history_words
from desktop_app.words import lists as list_words
from desktop_app.words import members as member_words
from desktop_app.words import papers as paper_words
from desktop_app.words import tasks as task_words

PAGES = (
    NavigationPage("meetings", list_words.MEETINGS, "calendar-days", shortcut="Ctrl+1"),
    NavigationPage("minutes", list_words.MINUTES_LIST, "file-text", shortcut="Ctrl+2"),
    NavigationPage("resolutions", list_words.RESOLUTIONS, "gavel", shortcut="Ctrl+3"),
    NavigationPage("tasks", task_words.TASKS, "list-checks", shortcut="Ctrl+4"),
    NavigationPage("members", member_words.MEMBERS, "users", shortcut="Ctrl+5"),
    NavigationPage("papers", paper_words.PAPERS, "printer", shortcut="Ctrl+6"),
    NavigationPage("registers", list_words.REGISTERS, "mail", shortcut="Ctrl+7"),
    NavigationPage("verify", paper_words.VERIFY, "file-check", hint=paper_words.VERIFY_KEYS, at_foot=True),
    NavigationPage("history", history_words.HISTORY, "history", hint=history_words.HISTORY_KEYS, at_foot=True),
    NavigationPage("settings", setting_words.SETTINGS, "settings", shortcut="Ctrl+,", at_foot=True),
    NavigationPage("help", help_words.HELP, "circle-help", hint=help_words.HELP_KEYS, at_foot=True),
)
LISTS = tuple(page.key for page in PAGES if not page.at_foot)
FOUNDING = "founding"
"""The page of the first start."""
MEETING, EDITOR, PAPER = "meeting", "minutes_editor", "paper"
RESOLUTIONS, TASKS, PAPERS, HISTORY = "resolutions", "tasks", "papers", "history"
REGISTERS = "registers"
ROW_OF = {
    MEETING: "meetings",
    EDITOR: "minutes",
    PAPER: "minutes",
    "upstream": "resolutions",
    "backups": "settings",
    "taking_over": "settings",
}
"""Pages without a row of their own in the navigation: the row that is marked, the list that one comes back to."""


def page_of(destination: RecordDestination) -> tuple[str, int]:
    """Return the key of the page and the id of the record; the id is 0 for papers."""
    match destination:
        case OpenMeeting(record_id):
            return MEETING, record_id
        case OpenMinutes(record_id) | OpenPaper(record_id):
            return EDITOR if isinstance(destination, OpenMinutes) else PAPER, record_id
        case OpenResolution(record_id):
            return RESOLUTIONS, record_id
        case OpenTask(record_id):
            return TASKS, record_id
        case OpenRegister(record_id):
            return REGISTERS, record_id
        case OpenPapers() | OpenHistory():
            return PAPERS if isinstance(destination, OpenPapers) else HISTORY, 0
        case _:
            assert_never(destination)
